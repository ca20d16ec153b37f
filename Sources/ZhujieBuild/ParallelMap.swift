/// Work spread over the cores, one worker each, with results in the order of the inputs.
enum ParallelMap {
  /// Applies `transform` to each input with at most `jobs` workers. A worker takes every `jobs`-th input, so that
  /// neighbours of like size are shared out.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    let workers = max(1, min(jobs, inputs.count))
    guard workers > 1 else { return inputs.map(transform) }
    return await withTaskGroup(of: [(Int, Output)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: inputs.count, by: workers).map { ($0, transform(inputs[$0])) }
        }
      }
      var results: [(Int, Output)] = []
      results.reserveCapacity(inputs.count)
      for await part in group { results += part }
      results.sort { $0.0 < $1.0 }
      return results.map(\.1)
    }
  }
}
