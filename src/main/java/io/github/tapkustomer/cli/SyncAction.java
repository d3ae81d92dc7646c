package io.github.tapkustomer.cli;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.singer.Catalog;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.singer.StateFile;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import io.github.tapkustomer.sync.SelectedStream;
import io.github.tapkustomer.sync.Sync;
import io.github.tapkustomer.sync.SyncResult;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job: reads the selected streams from where the state says. */
final class SyncAction {
  private static final Logger LOG = LoggerFactory.getLogger(SyncAction.class);

  private final Account account;
  private final OutputStream stdout;

  SyncAction(Account account, OutputStream stdout) {
    this.account = account;
    this.stdout = stdout;
  }

  /** Runs it; gives the exit code. */
  int run(Optional<Path> catalogFile, Optional<Path> stateFile) throws InterruptedException {
    Optional<Catalog> given = catalogFile.map(CatalogReader::read);
    State state = stateFile.map(StateFile::read).orElseGet(State::empty);
    Optional<List<SelectedStream>> selected = given.map(SyncAction::selected);
    account.greet();
    List<SelectedStream> streams =
        selected.orElseGet(() -> selected(CatalogReader.read(account.discover(false))));
    if (streams.isEmpty()) {
      LOG.warn("the catalog selects no stream: set \"selected\": true where its breadcrumb is []");
    }
    Sync sync = new Sync(account.settings(), account.client(), account.statistics(), stdout);
    Thread onSignal = new Thread(() -> abort(sync), "signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    SyncResult result = sync.run(streams, state, catalogFile.isPresent());
    withdraw(onSignal);
    return exitCode(result);
  }

  private static void abort(Sync sync) {
    try {
      sync.abort();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void withdraw(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      LOG.debug("ended by a signal");
    }
  }

  private static int exitCode(SyncResult result) {
    result.streams().forEach(stream -> LOG.info("{}", stream));
    long records = result.streams().stream().mapToLong(stream -> stream.records()).sum();
    long requests = result.streams().stream().mapToLong(stream -> stream.requests()).sum();
    LOG.info("{} records of {} streams in {} requests", records, result.streams().size(), requests);
    if (result.failure().isPresent()) {
      return Failures.tell(result.failure().get());
    }
    if (result.failedStreams().isEmpty()) {
      return ExitCode.DONE;
    }
    Failures.critical(
        "not whole: "
            + result.failedStreams().stream()
                .map(stream -> stream.stream() + " (" + String.join("; ", stream.failures()) + ")")
                .collect(Collectors.joining(", ")));
    return ExitCode.STREAMS_FAILED;
  }

  private static List<SelectedStream> selected(Catalog catalog) {
    return catalog.selected().stream()
        .map(stream -> new SelectedStream(definition(stream), stream))
        .toList();
  }

  private static StreamDefinition definition(CatalogStream stream) {
    return Streams.find(stream.id())
        .or(
            () ->
                stream
                    .selection()
                    .annotation(List.of(), Selection.KLASS)
                    .map(klass -> Streams.ofKlass(stream.id(), klass)))
        .orElseThrow(
            () ->
                TapException.badInput(
                    "the catalog selects the stream %s, which does not exist; there are: %s"
                        .formatted(stream.id(), names())));
  }

  private static String names() {
    return Streams.ALL.stream().map(StreamDefinition::name).collect(Collectors.joining(", "));
  }
}
