package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.Clock;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.report.HtmlReport;
import io.github.tapkustomer.report.RequestTimeline;
import io.github.tapkustomer.report.RunFacts;
import io.github.tapkustomer.sync.StreamReport;
import io.github.tapkustomer.sync.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code --report}: a page about the run, written when it is over, however it ended. */
final class RunReporter {
  private static final Logger LOG = LoggerFactory.getLogger(RunReporter.class);

  private final Optional<Path> file;
  private final Clock clock;
  private final RequestTimeline timeline;

  private RunReporter(Optional<Path> file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.timeline = new RequestTimeline(clock);
  }

  /**
   * A reporter; without a file it does nothing.
   *
   * @throws TapException of kind BAD_INPUT where no file can be written there
   */
  static RunReporter to(Optional<Path> file, Clock clock) {
    file.ifPresent(RunReporter::checkWritable);
    return new RunReporter(file, clock);
  }

  private static void checkWritable(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    boolean writable = folder != null && Files.isWritable(folder) && !Files.isDirectory(path);
    if (!writable || Files.exists(path) && !Files.isWritable(path)) {
      throw TapException.badInput(
          "--report: no file can be written at " + path + "; name one in a folder of yours");
    }
  }

  List<RequestListener> listeners() {
    return file.isPresent() ? List.of(timeline) : List.of();
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
    if (file.isEmpty()) {
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
    try {
      Files.writeString(file.get(), new HtmlReport(facts).page(), UTF_8);
    } catch (IOException e) {
      // The run itself is what it is; its exit code must not say otherwise.
      LOG.warn("the report {} could not be written: {}", file.get(), e.toString());
    }
  }
}
