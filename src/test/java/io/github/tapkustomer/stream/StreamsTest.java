package io.github.tapkustomer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamsTest {
  @Test
  void haveTheStreamsOfKlassesAfterTheStreamOfAllTheirObjects() {
    List<String> names =
        Streams.withKlasses(Streams.ALL, List.of("order", "visit")).stream()
            .map(StreamDefinition::name)
            .toList();

    assertThat(names).hasSize(Streams.ALL.size() + 2);
    assertThat(names).containsSequence("kobjects", "kobjects_order", "kobjects_visit");
  }

  @Test
  void haveNoStreamsOfKlassesWithoutTheStreamOfAllTheirObjects() {
    List<StreamDefinition> tags = List.of(Streams.find("tags").orElseThrow());

    assertThat(Streams.withKlasses(tags, List.of("order"))).isEqualTo(tags);
  }

  @Test
  void carryTheCustomAttributesOfTheResourcesThatHaveSome() {
    assertThat(
            Streams.ALL.stream().flatMap(stream -> Streams.resourcesOf(stream, List.of()).stream()))
        .containsExactlyInAnyOrderElementsOf(Streams.RESOURCES);
    assertThat(
            Streams.resourcesOf(Streams.find("kobjects").orElseThrow(), List.of("order", "visit")))
        .containsExactly("kobject.order", "kobject.visit");
    assertThat(Streams.ofKlass("order").resource()).isEqualTo(Optional.of("kobject.order"));
  }
}
