package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.discovery.Access;
import io.github.tapkustomer.discovery.KeyRoles;
import io.github.tapkustomer.discovery.StreamSamples;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.StreamDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a sync of an organization will meet, with a request or two for each stream. */
public final class Checker {
  private static final String PURPOSE = "check";

  private final Settings settings;
  private final KustomerClient client;

  public Checker(Settings settings, KustomerClient client) {
    this.settings = requireNonNull(settings, "settings");
    this.client = requireNonNull(client, "client");
  }

  /**
   * Checks these streams.
   *
   * @param state from where a sync would continue
   * @throws io.github.tapkustomer.TapException if the key was refused, or the API does not answer
   */
  public Checkup check(List<WantedStream> streams, State state) {
    KeyRoles roles = KeyRoles.read(client, PURPOSE);
    StreamSamples samples = new StreamSamples(client, PURPOSE);
    Access access = new Access(roles, samples);
    List<StreamCheck> checks = new ArrayList<>();
    for (WantedStream wanted : streams) {
      StreamDefinition stream = wanted.definition();
      StreamCounter counter = new StreamCounter(settings, client, state, samples, stream);
      checks.add(
          access
              .denial(stream)
              .map(why -> StreamCheck.unreadable(stream.name(), why))
              .orElseGet(() -> count(counter, wanted)));
    }
    return new Checkup(
        settings.apiUrl().toString(),
        roles.names().map(Set::size),
        Duration.ofMillis(client.serverClock().offsetMillis()),
        client.budgets(),
        settings.masks(),
        checks);
  }

  private static StreamCheck count(StreamCounter counter, WantedStream wanted) {
    StreamDefinition stream = wanted.definition();
    try {
      return stream.endpoint().accept(counter);
    } catch (ApiException failure) {
      Optional<String> absence =
          wanted.byName() ? Optional.empty() : stream.absence(failure.status());
      if (absence.isPresent()) {
        return StreamCheck.absent(stream.name(), absence.get());
      }
      return StreamCheck.unreadable(
          stream.name(),
          Access.isDenial(failure) ? Access.advice(failure, stream.roles()) : failure.getMessage());
    }
  }
}
