package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {
  private static final String CATALOG =
      """
      {"type":"object","properties":{
        "id":{"type":"string"},
        "name":{"type":["null","string"]},
        "rev":{"type":["null","integer"],"selected":false},
        "tags":{"type":["null","array"],"items":{"type":["null","object"],"properties":{
          "a":{"type":["null","string"]},
          "b":{"type":["null","string"],"selected":false}}}},
        "custom":{"type":["null","object"],"properties":{
          "kept_str":{"type":["null","string"]},
          "dropped_str":{"type":["null","string"],"selected":false}}}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5; [\"null\",\"string\",\"integer\"]",
        "1.5; [\"null\",\"string\",\"number\"]",
        "true; [\"null\",\"string\",\"boolean\"]",
        "[1]; [\"null\",\"string\",\"array\"]",
        "{\"a\":1}; [\"null\",\"string\",\"object\"]"
      })
  void letsTheTypeOfAValueIn(String value, String types) {
    Encoding customers = Encoding.ofCatalog("customers", CATALOG);
    customers.attributes("\"name\":\"x\"");
    assertThat(customers.plan().version()).isZero();

    JsonNode record = customers.attributes("\"name\":" + value);

    assertThat(record.path("name")).hasToString(value);
    assertThat(customers.schema().at("/properties/name/type")).hasToString(types);
    assertThat(customers.plan().version()).isEqualTo(1);
    customers.attributes("\"name\":" + value);
    assertThat(customers.plan().version()).isEqualTo(1);
  }

  @Test
  void widensIntegersToNumbersInPlace() {
    Encoding customers =
        Encoding.ofCatalog("customers", CATALOG.replace(",\"selected\":false}", "}"));
    customers.attributes("\"rev\":1.5");

    assertThat(customers.schema().at("/properties/rev/type")).hasToString("[\"null\",\"number\"]");
  }

  @Test
  void leavesOutWhatIsNotSelectedOrNotInTheCatalog() {
    Encoding customers = Encoding.ofCatalog("customers", CATALOG);
    JsonNode record =
        customers.attributes(
            """
            "rev":{"any":["thing"]},"unknownField":[1,{"x":2}],"name":"n",
            "tags":[{"b":[1],"a":"x","c":1},null],
            "custom":{"droppedStr":{"x":1},"keptStr":"k","newStr":"added"}
            """);

    assertThat(record.has("rev")).isFalse();
    assertThat(record.has("unknown_field")).isFalse();
    assertThat(record.path("name").asText()).isEqualTo("n");
    assertThat(record.path("tags")).hasToString("[{\"a\":\"x\",\"c\":1},null]");
    assertThat(record.path("custom")).hasToString("{\"kept_str\":\"k\",\"new_str\":\"added\"}");
    assertThat(customers.plan().leftOut()).containsEntry("unknown_field", 1L);
    assertThat(customers.schema().at("/properties/custom/properties").has("new_str")).isTrue();
    assertThat(customers.schema().at("/properties/custom/properties").has("dropped_str")).isFalse();
  }

  @Test
  void declaresNewFieldsByTheirSuffixOrTheirValue() {
    Encoding customers = Encoding.of("customers");
    customers.attributes(
        """
        "custom":{"oneNum":null,"twoBool":null,"threeAt":"2026-01-01T00:00:00Z","fourStr":"x",
          "fiveNum":"text","six":1,"seven":[1]}
        """);

    JsonNode custom = customers.schema().at("/properties/custom/properties");
    assertThat(custom.at("/one_num/type")).hasToString("[\"null\",\"number\"]");
    assertThat(custom.at("/two_bool/type")).hasToString("[\"null\",\"boolean\"]");
    assertThat(custom.at("/three_at/format").asText()).isEqualTo("date-time");
    assertThat(custom.at("/four_str/type")).hasToString("[\"null\",\"string\"]");
    assertThat(custom.at("/five_num/type")).hasToString("[\"null\",\"string\"]");
    assertThat(custom.at("/six/type")).hasToString("[\"null\",\"number\"]");
    assertThat(custom.at("/seven/type")).hasToString("[\"null\",\"array\"]");
  }

  @Test
  void countsUpBeforeTheLinesThatNeedIt() throws Exception {
    Encoding customers = Encoding.ofCatalog("customers", CATALOG);
    int[] atChunk = {-1};
    new PageReader(
            customers.plan(),
            (id, time) -> true,
            io.github.tapkustomer.stream.Endpoint.Member.DATA,
            java.util.Optional.empty(),
            java.time.Instant.EPOCH,
            chunk -> atChunk[0] = chunk.version())
        .read(
            new java.io.ByteArrayInputStream(
                "{\"data\":[{\"id\":\"1\",\"attributes\":{\"name\":7}}]}"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertThat(atChunk[0]).isEqualTo(1);
  }
}
