package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.report.HtmlReport;
import io.github.tapkustomer.report.JsonSummary;
import io.github.tapkustomer.report.RequestTimeline;
import io.github.tapkustomer.report.RunFacts;
import io.github.tapkustomer.report.WindowTimeline;
import io.github.tapkustomer.stats.StreamReport;
import io.github.tapkustomer.stats.SyncResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
 * is over, however it ended. Until then they say that it has not ended, so that nobody takes an
 * earlier run's facts for those of this one, even if it is killed.
 */
final class RunReporter {
  private static final Logger LOG = LoggerFactory.getLogger(RunReporter.class);

  private static final String NOT_ENDED = "the run has not ended, or was killed";

  private final Map<Path, Function<RunFacts, String>> files = new LinkedHashMap<>();
  private final Timer timer;
  private final RequestTimeline timeline;
  private final WindowTimeline windows = new WindowTimeline();

  private RunReporter(Timer timer) {
    this.timer = timer;
    this.timeline = new RequestTimeline(timer);
  }

  /**
   * A reporter; without files it does nothing.
   *
   * @throws TapException of kind BAD_INPUT if no file can be written there
   */
  static RunReporter to(Optional<Path> report, Optional<Path> summary, Timer timer) {
    RunReporter reporter = new RunReporter(timer);
    report.ifPresent(path -> reporter.files.put(path, run -> new HtmlReport(run).page()));
    summary.ifPresent(path -> reporter.files.put(path, run -> new JsonSummary(run).text()));
    report.ifPresent(path -> checkWritable("--report", path));
    summary.ifPresent(path -> checkWritable("--summary", path));
    reporter.begin();
    return reporter;
  }

  private static void checkWritable(String option, Path path) {
    Path folder = path.toAbsolutePath().getParent();
    boolean writable = folder != null && Files.isWritable(folder) && !Files.isDirectory(path);
    if (!writable || Files.exists(path) && !Files.isWritable(path)) {
      throw TapException.badInput(
          option
              + ": no file can be written at "
              + path
              + "; name one in a folder that you can write to");
    }
  }

  /** Not for a pipe: it keeps nothing from earlier runs, and its reader waits for the run's end. */
  private void begin() {
    RunFacts facts = facts(Optional.empty(), Optional.of(NOT_ENDED), List.of());
    files.forEach(
        (path, text) -> {
          if (!Files.exists(path) || Files.isRegularFile(path)) {
            write(path, text.apply(facts));
          }
        });
  }

  List<RequestListener> listeners() {
    return files.isEmpty() ? List.of() : List.of(timeline, windows);
  }

  /** The run was completed or ended early. */
  void write(SyncResult result, Account account) {
    write(Optional.of(account), result.failure().map(RunReporter::words), result.streams());
  }

  /** The run ended before a stream was read. */
  void write(RuntimeException failure, Account account) {
    write(Optional.of(account), Optional.of(words(failure)), List.of());
  }

  /** The run ended before the settings were known. */
  void write(RuntimeException failure) {
    write(Optional.empty(), Optional.of(words(failure)), List.of());
  }

  private static String words(RuntimeException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private void write(
      Optional<Account> account, Optional<String> failure, List<StreamReport> streams) {
    if (!files.isEmpty()) {
      RunFacts facts = facts(account, failure, streams);
      files.forEach((path, text) -> write(path, text.apply(facts)));
    }
  }

  private RunFacts facts(
      Optional<Account> account, Optional<String> failure, List<StreamReport> streams) {
    return new RunFacts(
        Version.number(),
        account.map(known -> known.settings().apiUrl().toString()),
        timeline.began(),
        timer.now(),
        failure,
        streams,
        account.map(known -> known.client().budgets()).orElse(Map.of()),
        timeline.timeline(),
        windows.windows());
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text, UTF_8);
    } catch (IOException e) {
      // This must not change the run's exit code.
      LOG.warn("{} could not be written: {}", path, reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }
}
