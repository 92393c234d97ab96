/** Stands in for node-fetch in the bundle: TensorFlow.js offers to load models from the network, and here it cannot. */
export default function noFetch() {
  throw new Error('The network is not used.');
}
