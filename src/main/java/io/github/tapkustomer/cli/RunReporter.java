package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.Clock;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.report.HtmlReport;
import io.github.tapkustomer.report.JsonSummary;
import io.github.tapkustomer.report.RequestTimeline;
import io.github.tapkustomer.report.RunFacts;
import io.github.tapkustomer.sync.StreamReport;
import io.github.tapkustomer.sync.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code --report} and {@code --summary}: a page and a JSON object about the run, written when it
 * is over, however it ended.
 */
final class RunReporter {
  private static final Logger LOG = LoggerFactory.getLogger(RunReporter.class);

  private final Map<Path, Function<RunFacts, String>> files = new LinkedHashMap<>();
  private final Clock clock;
  private final RequestTimeline timeline;

  private RunReporter(Clock clock) {
    this.clock = clock;
    this.timeline = new RequestTimeline(clock);
  }

  /**
   * A reporter; without files it does nothing.
   *
   * @throws TapException of kind BAD_INPUT where no file can be written there
   */
  static RunReporter to(Optional<Path> report, Optional<Path> summary, Clock clock) {
    RunReporter reporter = new RunReporter(clock);
    report.ifPresent(path -> reporter.add("--report", path, run -> new HtmlReport(run).page()));
    summary.ifPresent(path -> reporter.add("--summary", path, run -> new JsonSummary(run).text()));
    return reporter;
  }

  private void add(String option, Path path, Function<RunFacts, String> text) {
    checkWritable(option, path);
    files.put(path, text);
  }

  private static void checkWritable(String option, Path path) {
    Path folder = path.toAbsolutePath().getParent();
    boolean writable = folder != null && Files.isWritable(folder) && !Files.isDirectory(path);
    if (!writable || Files.exists(path) && !Files.isWritable(path)) {
      throw TapException.badInput(
          option + ": no file can be written at " + path + "; name one in a folder of yours");
    }
  }

  List<RequestListener> listeners() {
    return files.isEmpty() ? List.of() : List.of(timeline);
  }

  /** The run came to its end, or to what ended it. */
  void write(SyncResult result, Account account) {
    write(account, result.failure().map(RunReporter::words), result.streams());
  }

  /** The run ended before a stream was read. */
  void write(RuntimeException failure, Account account) {
    write(account, Optional.of(words(failure)), List.of());
  }

  private static String words(RuntimeException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private void write(Account account, Optional<String> failure, List<StreamReport> streams) {
    if (files.isEmpty()) {
      return;
    }
    RunFacts facts =
        new RunFacts(
            Version.number(),
            account.settings().apiUrl().toString(),
            timeline.began(),
            clock.now(),
            failure,
            streams,
            Watch.budgets(account.client()),
            timeline.timeline());
    files.forEach((path, text) -> write(path, text.apply(facts)));
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text, UTF_8);
    } catch (IOException e) {
      // The run itself is what it is; its exit code must not say otherwise.
      LOG.warn("{} could not be written: {}", path, e.toString());
    }
  }
}
