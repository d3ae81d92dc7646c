package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionPatternsTest {
  private static final String CATALOG =
      """
      {"streams": [
        {"tap_stream_id": "customers",
         "schema": {"properties": {
           "id": {}, "name": {}, "custom": {"properties": {"tier_str": {}, "seats_num": {}}}}},
         "metadata": [
           {"breadcrumb": [], "metadata": {"selected-by-default": true}},
           {"breadcrumb": ["properties", "id"], "metadata": {"inclusion": "automatic"}},
           {"breadcrumb": ["properties", "name"], "metadata": {"inclusion": "available"}}]},
        {"tap_stream_id": "messages",
         "schema": {"selected": false, "properties": {
           "id": {"selected": true}, "preview": {"selected": false}}}}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customers.*          | customers.id customers.name customers.custom"
            + " customers.custom.tier_str customers.custom.seats_num",
        "customers            | customers.id customers.name customers.custom"
            + " customers.custom.tier_str customers.custom.seats_num",
        "customers.name       | customers.id customers.name",
        "customers.custom.tier_str | customers.id customers.custom customers.custom.tier_str",
        "customers.custom     | customers.id customers.custom customers.custom.tier_str"
            + " customers.custom.seats_num",
        "*.*,!customers       | messages.id messages.preview",
        "*.*,!customers.c*    | customers.id customers.name messages.id messages.preview",
        "*,!customers.*       | messages.id messages.preview",
        "messages.p?eview     | messages.preview",
        "!messages.id,!customers.custom.* | customers.id customers.name customers.custom",
        "messages,!messages.preview | messages.id"
      })
  void selects(String patterns, String expected) throws Exception {
    ObjectNode catalog = catalog();
    SelectionPatterns.of(List.of(patterns.strip().split(","))).apply(catalog);

    assertThat(selected(catalog)).containsExactlyInAnyOrder(expected.strip().split(" "));
  }

  @Test
  void leavesTheCatalogAloneWithoutPatterns() throws Exception {
    ObjectNode catalog = catalog();
    SelectionPatterns.of(List.of()).apply(catalog);

    assertThat(catalog).isEqualTo(catalog());
  }

  @Test
  void saysOnlyWhatItHasTo() throws Exception {
    ObjectNode catalog = catalog();
    SelectionPatterns.of(List.of("customers.*", "!customers.name")).apply(catalog);

    assertThat(catalog.at("/streams/0/metadata/0/metadata/selected").asBoolean()).isTrue();
    assertThat(catalog.at("/streams/0/metadata/1/metadata").has("selected")).isFalse();
    assertThat(catalog.at("/streams/0/metadata/2/metadata/selected").asBoolean(true)).isFalse();
    assertThat(catalog.at("/streams/0/metadata")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "*, false",
    "customer?.name, false",
    "*.id, false",
    "customers, true",
    "customers.name, true",
    "*;customers.name, true"
  })
  void leavesToTheDefaultWhatNoPatternNames(String patterns, boolean byName) throws Exception {
    ObjectNode catalog = catalog();
    SelectionPatterns.of(List.of(patterns.split(";"))).apply(catalog);
    Selection selection = CatalogReader.read(catalog, "test").streams().get(0).selection();

    assertThat(selection.stream()).isTrue();
    assertThat(selection.byName()).isEqualTo(byName);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "custmers.*|\"custmers.*\" matches no stream; there are: customers, messages",
        "!notes|\"!notes\" matches no stream; there are: customers, messages",
        "customers.nick*|\"customers.nick*\" matches no field of its streams; see --discover",
        "!|\"!\" is not a pattern; use one such as customers.* or !messages.preview",
        "customers.|\"customers.\" is not a pattern; use one such as customers.* or"
            + " !messages.preview"
      })
  void refusesWhatFitsNothing(String pattern, String words) {
    assertThatThrownBy(() -> SelectionPatterns.of(List.of(pattern)).apply(catalog()))
        .isInstanceOf(TapException.class)
        .hasMessage("--select: " + words);
  }

  private static ObjectNode catalog() throws Exception {
    return (ObjectNode) new ObjectMapper().readTree(CATALOG);
  }

  private static Set<String> selected(ObjectNode catalog) {
    Set<String> names = new TreeSet<>();
    for (CatalogStream stream : CatalogReader.read(catalog, "test").selected()) {
      collect(stream, stream.schema(), List.of(), stream.id(), names);
    }
    return names;
  }

  private static void collect(
      CatalogStream stream, JsonNode schema, List<String> place, String name, Set<String> names) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      List<String> below = new ArrayList<>(place);
      below.addAll(List.of("properties", field.getKey()));
      if (stream.selection().field(below, field.getValue())) {
        names.add(name + "." + field.getKey());
        collect(stream, field.getValue(), below, name + "." + field.getKey(), names);
      }
    }
  }
}
