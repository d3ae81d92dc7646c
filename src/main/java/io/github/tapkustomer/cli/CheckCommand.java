package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.check.CheckText;
import io.github.tapkustomer.check.Checker;
import io.github.tapkustomer.check.Checkup;
import io.github.tapkustomer.check.WantedStream;
import io.github.tapkustomer.cli.logging.LogOptions;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks what a sync would find. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Checks the key, region, roles, budgets and clock, and estimates how much a sync would read"
            + " and how long it takes, without reading it. Exit codes are those of a sync.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private LogOptions log = new LogOptions();

  private final Surroundings surroundings;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = requireNonNull(surroundings, "surroundings");
  }

  @Override
  public Integer call() {
    log.apply(LogOptions.LogLevel.WARNING);
    try (Account account = input.open(surroundings, List.of())) {
      State state = input.state();
      List<WantedStream> streams = streams(account, state);
      Checkup checkup = new Checker(account.settings(), account.client()).check(streams, state);
      StdoutText.text(surroundings.stdout(), new CheckText(checkup).print());
      return checkup.isGood() ? ExitCode.DONE : ExitCode.STREAMS_FAILED;
    }
  }

  /** The streams of a sync; the state forgets those that are read from the beginning. */
  private List<WantedStream> streams(Account account, State state) {
    if (input.isSelective()) {
      List<SelectedStream> streams = input.choose(account).streams();
      input.claim(state, account);
      streams.forEach(stream -> stream.claimBookmark(state));
      streams.stream()
          .filter(SelectedStream::isWantedWhole)
          .forEach(stream -> state.clearBookmark(stream.catalog().id()));
      return streams.stream().map(CheckCommand::wanted).toList();
    }
    account.greet();
    input.claim(state, account);
    return Streams.ALL.stream()
        .filter(StreamDefinition::selectedByDefault)
        .map(stream -> new WantedStream(stream, false))
        .toList();
  }

  private static WantedStream wanted(SelectedStream stream) {
    return new WantedStream(stream.definition(), stream.catalog().selection().byName());
  }
}
