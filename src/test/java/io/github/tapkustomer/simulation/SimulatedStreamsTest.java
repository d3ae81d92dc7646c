package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream that is added is simulated too, or somebody says here why not. */
class SimulatedStreamsTest {
  /** Read as others of their kind are; of the first two, also as parents. */
  private static final List<String> OTHERS =
      List.of("customers", "conversations", "messages", "klasses", "routing_settings");

  @Test
  void areAllButTheseFew() {
    assertThat(Streams.ALL)
        .extracting(StreamDefinition::name)
        .filteredOn(name -> !io.github.tapkustomer.simulation.world.Streams.all().contains(name))
        .containsExactlyInAnyOrderElementsOf(OTHERS);
  }
}
