/**
 * Where packages come from: an in-toto statement with the predicate of SLSA provenance 1, not signed. It names each file
 * with its digest, the commit, and the versions that built them. A workflow of a forge attests the same, signed.
 *
 * @param {{ files: readonly { name: string, sha256: string }[], commit: string, electron: string, node: string,
 *   env: Readonly<Record<string, string | undefined>> }} facts
 */
export function provenanceOf({ files, commit, electron, node, env }) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const source = server === undefined || repository === undefined ? null : `${server}/${repository}`;
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:once:npm-run-package',
        externalParameters: { command: 'npm run package' },
        internalParameters: { node, electron },
        resolvedDependencies: [
          { ...(source === null ? {} : { uri: `git+${source}` }), name: 'once', digest: { gitCommit: commit } },
        ],
      },
      runDetails: {
        builder: { id: source === null || run === undefined ? 'urn:once:by-hand' : `${source}/actions/runs/${run}` },
      },
    },
  };
}
