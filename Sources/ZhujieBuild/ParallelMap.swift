import Synchronization

/// Work spread over the cores, one worker each, with results in the order of the inputs.
enum ParallelMap {
  /// Applies `transform` to each input with at most `jobs` workers. A worker that is done takes the next input that nobody
  /// has, so that a few large ones keep none of the others waiting.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    let workers = max(1, min(jobs, inputs.count))
    guard workers > 1 else { return inputs.map(transform) }
    let next = Counter()
    return await withTaskGroup(of: [(Int, Output)].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var done: [(Int, Output)] = []
          while let index = next.take(below: inputs.count) { done.append((index, transform(inputs[index]))) }
          return done
        }
      }
      var results: [(Int, Output)] = []
      results.reserveCapacity(inputs.count)
      for await part in group { results += part }
      results.sort { $0.0 < $1.0 }
      return results.map(\.1)
    }
  }

  /// Counts from 0, for several workers.
  private final class Counter: Sendable {
    private let value = Atomic(0)

    func take(below end: Int) -> Int? {
      let index = value.wrappingAdd(1, ordering: .relaxed).oldValue
      return index < end ? index : nil
    }
  }
}
