/** Text with the matches of a search highlighted. */
export const MatchedWords = ({ parts }: { parts: readonly { text: string; hit: boolean }[] }) => (
  <>
    {/* oxlint-disable-next-line react/no-array-index-key -- the parts have no identity but their place */}
    {parts.map((part, index) =>
      part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
    )}
  </>
);
