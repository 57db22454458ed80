/// How long a program takes from a start or a key to the screen, in milliseconds.
struct Latencies {
    private var samples: [Double]

    /// The value that so many of a hundred samples do not exceed.
    func percentile(_ percent: Int) -> Double {
        samples.isEmpty ? .nan : samples.sorted()[min(samples.count - 1, samples.count * percent / 100)]
    }

    /// Presses two keys in turn, each when the screen has been quiet, and waits for the first bytes of the answer.
    static func ofKeys(_ keys: [String], count: Int, in program: Program) -> Latencies {
        let samples = (0..<count).compactMap { number -> Double? in
            let patience = ContinuousClock.now + .seconds(1)
            while ContinuousClock.now < patience, !program.output(within: 0.02).isEmpty {}
            let start = ContinuousClock.now
            program.type(keys[number % keys.count])
            return program.output(within: 1).isEmpty ? nil : (ContinuousClock.now - start) / .milliseconds(1)
        }
        return Latencies(samples: samples)
    }

    /// Starts a program several times, and waits until each of the texts was sent to the terminal; one result a text.
    static func ofStarts(_ count: Int, until texts: [String], _ start: () throws -> Program) throws -> [Latencies] {
        var samples: [[Double]] = texts.map { _ in [] }
        for _ in 0..<count {
            let begun = ContinuousClock.now
            let program = try start()
            defer { program.end() }
            var (seen, found): ([UInt8], Int) = ([], 0)
            while found < texts.count {
                let output = program.output(within: 10)
                guard !output.isEmpty else { break }
                seen += output
                let time = (ContinuousClock.now - begun) / .milliseconds(1)
                while found < texts.count, String(decoding: seen, as: UTF8.self).contains(texts[found]) {
                    samples[found].append(time)
                    found += 1
                }
            }
        }
        return samples.map(Latencies.init)
    }
}
