import ArgumentParser
import ZhujieBuild
import ZhujieMeaning
import ZhujieServer
import ZhujieSite
import ZhujieText

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Preview the site of a project in a browser on this machine.",
    discussion: """
      Builds into memory, serves that on 127.0.0.1, and builds again when a file changes; pages reload where the reader was. With an
      error the last good site stays and the error is laid over it.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The port; the next free one where it is taken.", valueName: "number"))
  var port: UInt16 = 8080

  @Option(help: ArgumentHelp("A folder of templates, whose files override the built-in ones.", valueName: "folder"))
  var templates: String?

  func validate() throws { try refuseNothing(templates, of: "--templates") }

  func run() async throws {
    let terminal = global.terminal
    let settings = BuildSettings(seeds: project.seeds, templates: templates, jobs: Processors.count)
    let folders = [project.seeds] + Pipeline.templateFolders(of: settings)
    let server: PreviewServer
    let watcher: Watcher
    var preview = Preview(settings)
    let first: PreviewBuild
    do {
      first = try await preview.build()
    } catch {
      terminal.fail(error)
      throw ExitCode(1)
    }
    do throws(ServerError) {
      server = try PreviewServer(site: first.site, port: port)
      watcher = try Watcher(folders: folders)
    } catch {
      terminal.fail(error.message)
      throw ExitCode(1)
    }
    if server.isOtherPort { terminal.say("port \(port) is taken; port \(server.port) is used") }
    report(first.outcome, to: server)
    terminal.say("serving \(server.address)  (end with Control-C)")
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      group.addTask { [preview] in
        var (preview, meaning) = (preview, first.meaning)
        var rest = complete(first, server)
        for await _ in watcher.changes {
          rest?.cancel()
          rest = await rebuild(&preview, server, since: &meaning)
        }
      }
    }
  }

  /// Builds again, and goes on with what nobody waits for in a task of its own.
  private func rebuild(
    _ preview: inout Preview, _ server: PreviewServer, since last: inout MeaningRecord?
  ) async -> Task<Void, Never>? {
    let start = ContinuousClock.now
    do {
      let build = try await preview.build()
      let failed = build.outcome.isFailure(isStrict: false)
      if !failed { server.replace(build.site) }
      let time = Summary.seconds(ContinuousClock.now - start)
      report(build.outcome, to: server)
      if let meaning = build.meaning {
        let changes = last.map { MeaningDifference(from: $0, to: meaning).summary() } ?? []
        for change in changes { global.terminal.say("changed: " + change) }
        last = meaning
      }
      global.terminal.say(failed ? "\(Summary.findings(of: build.outcome)); the last good site stays" : "built in \(time)")
      return failed ? nil : complete(build, server)
    } catch {
      global.terminal.fail(error)
      server.show([error.diagnostic])
      return nil
    }
  }

  /// Makes the pages that nobody has asked for, and tells of links that lead nowhere.
  private func complete(_ build: PreviewBuild, _ server: PreviewServer) -> Task<Void, Never>? {
    Task(priority: .utility) {
      // One worker, so that the next edit does not wait.
      let broken = await build.complete(jobs: 1)
      guard !broken.isEmpty else { return }
      global.terminal.show(broken)
      server.show(broken)
    }
  }

  private func report(_ outcome: BuildOutcome, to server: PreviewServer) {
    global.terminal.show(outcome.diagnostics)
    if outcome.isFailure(isStrict: false) {
      server.show(outcome.diagnostics.filter { $0.severity == .error })
    }
  }
}
