import ArgumentParser
import Glibc
import ZhujieBuild
import ZhujieMeaning
import ZhujieSite

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site of a project.",
    discussion: """
      The site is swapped in whole: with errors among the findings nothing is written and the last site stays. Files
      whose bytes are the same are left alone, and only files that an earlier build wrote are ever removed.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The folder of the site.", valueName: "folder"))
  var output = "site"

  @Option(help: ArgumentHelp("A folder of templates, whose files override the built-in ones.", valueName: "folder"))
  var templates: String?

  @Option(help: ArgumentHelp("Where the site will be published, for canonical links, sitemap and feeds.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("How many workers; by default one a core.", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Only these kinds of pages, beside the lists: core (sources, entities, index) or any of \(BuildSettings.pageNames).",
      valueName: "kinds"))
  var only: String?

  @Flag(help: "Write every file anew.")
  var clean = false

  @Flag(help: "Let warnings count as failure.")
  var strict = false

  @Flag(help: "Say where the time went.")
  var timings = false

  func validate() throws {
    try refuseNothing(templates, of: "--templates")
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if let baseURL, !BuildSettings.isBaseURL(baseURL) {
      throw ValidationError("--base-url takes the address of a site such as https://example.org/report/, not “\(baseURL)”")
    }
    if let only, !BuildSettings.isPageList(only) {
      throw ValidationError("--only takes some of \(BuildSettings.pageNames), with commas between")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let terminal = global.terminal
    let line = ProgressLine(on: terminal)
    let watch = line?.watch() ?? StageWatch()
    var settings = BuildSettings(
      seeds: project.seeds, templates: templates, baseURL: baseURL, jobs: jobs ?? Processors.count, only: only,
      watch: watch)
    settings.endsWithProcess = true
    let outcome: BuildOutcome
    do {
      outcome = try await Pipeline.build(settings, output: output, reusingUnchanged: !clean, isStrict: strict)
    } catch {
      line?.clear()
      terminal.fail(error)
      throw ExitCode(Interruption.isRequested ? Signals.status(of: SIGINT) : 1)
    }
    line?.clear()
    terminal.show(outcome.diagnostics)
    let failed = outcome.isFailure(isStrict: strict)
    let summary = Summary(outcome: outcome, failed: failed, output: output, time: ContinuousClock.now - start)
    if global.isJSON { Stream.output.write(summary.json(times: timings ? watch.times : [])) }
    for change in outcome.changes?.summary() ?? [] { terminal.say("changed: " + change) }
    terminal.say(summary.text)
    if timings { terminal.say(lines: Summary.timings(watch.times)) }
    if failed { throw ExitCode(1) }
  }
}
