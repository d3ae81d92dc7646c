package io.github.tapkustomer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.singer.Messages;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.singer.StateFile;
import java.nio.file.Path;

/** A state, which says the same after it was written and read again. */
public final class StateInput implements FuzzInput {
  private static final String STREAM = "customers";
  private static final String KEY = "updated_at";

  private final Path file = FuzzInput.place("state.json");
  private final Path again = FuzzInput.place("state.json");

  @Override
  public void read(byte[] bytes) {
    try {
      byte[] first = message(StateFile.read(FuzzInput.file(file, bytes)));
      byte[] second = message(StateFile.read(FuzzInput.file(again, first)));

      assertThat(second).asString(UTF_8).isEqualTo(new String(first, UTF_8));
    } catch (TapException e) {
      FuzzInput.isToldOf(e, TapException.Kind.BAD_INPUT);
    }
  }

  /** The message that a run would write which did not come further. */
  private static byte[] message(State state) {
    state.strangePositions(STREAM, KEY);
    state.claimForKlass("kobjects_order", "order");
    state.setBookmark(STREAM, KEY, state.bookmark(STREAM, KEY));
    return Messages.state(state);
  }
}
