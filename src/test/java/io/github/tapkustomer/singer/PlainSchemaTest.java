package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSchemaTest {
  private static PlainSchema plain(String schema) throws JsonProcessingException {
    return new PlainSchema((ObjectNode) json(schema));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void leavesTheTapsOwnSchemasAsTheyAre() {
    for (StreamDefinition stream : Streams.ALL) {
      PlainSchema plain = new PlainSchema(stream.schema());

      assertThat(plain.schema()).as(stream.name()).isEqualTo(stream.schema());
      assertThat(plain.dropped()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':['null','string'],'format':'date-time','description':'when','title':'W'}",
        "{'type':'object','properties':{'enum':{'type':'string','selected':false},'x':{}}}",
        "{'type':'array','items':{'type':'object','properties':{'a':{'inclusion':'automatic'}}}}"
      })
  void keepsWhatTheTapSeesToAndWhatDescribes(String schema) throws JsonProcessingException {
    assertThat(plain(schema).schema()).isEqualTo(json(schema));
    assertThat(plain(schema).dropped()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string','maxLength':5,'enum':['a']} | {'type':'string'} | enum maxLength",
        "{'type':'string','format':'date'} | {'type':'string'} | format",
        "{'items':{'minimum':5,'type':'number'}} | {'items':{'type':'number'}} | minimum",
        "{'type':'array','items':[{'type':'number'}]} | {'type':'array'} | items",
        "{'required':['a'],'properties':{'a':{'not':{}}}} | {'properties':{'a':{}}} | not required",
        "{'properties':{'a':true,'b':false}} | {'properties':{'a':{},'b':{}}} | ``",
        "{'type':['string','date']} | {} | type",
        "{'type':'any'} | {} | type",
        "{'additionalProperties':false} | {} | ``",
        "{'additionalProperties':{'type':'string'}} | {} | additionalProperties"
      })
  void dropsOtherLimitsOnValues(String given, String expected, String dropped)
      throws JsonProcessingException {
    assertThat(plain(given).schema()).isEqualTo(json(expected));
    assertThat(String.join(" ", plain(given).dropped())).isEqualTo(dropped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'anyOf':[{'type':'string','format':'date-time'},{'type':['string','null']}]}"
            + " | {'type':['null','string'],'format':'date-time'}",
        "{'oneOf':[{'type':'null'},{'type':'object','properties':{'a':{'type':'string'}}}]}"
            + " | {'type':['null','object'],'properties':{'a':{'type':'string'}}}",
        "{'anyOf':[{'type':'array'},{'type':'null'}]} | {'type':['null','array']}",
        "{'type':'number','anyOf':[{'type':'integer'},{}]} | {'type':['integer','number']}",
        "{'allOf':[{'properties':{'a':{'type':'string'}}},{'properties':{'a':{'type':'null'},'b':{}}}]}"
            + " | {'properties':{'a':{'type':['null','string']},'b':{}}}",
        "{'anyOf':[{'items':{'type':'string'}},{'items':{'type':'number'}}]}"
            + " | {'items':{'type':['number','string']}}"
      })
  void makesOneOfSeveral(String given, String expected) throws JsonProcessingException {
    assertThat(plain(given).schema()).isEqualTo(json(expected));
    assertThat(plain(given).dropped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"definitions", "$defs"})
  void followsReferences(String definitions) throws JsonProcessingException {
    String given =
        "{'properties':{'a':{'$ref':'#/%1$s/t'},'b':{'items':{'$ref':'#/%1$s/t'}}},"
            + "'%1$s':{'t':{'$ref':'#/%1$s/u','description':'d'},'u':{'type':'string','pattern':'x'}}}";
    PlainSchema plain = plain(given.formatted(definitions));

    String each = "{'type':'string','description':'d'}";
    assertThat(plain.schema())
        .isEqualTo(json("{'properties':{'a':%s,'b':{'items':%s}}}".formatted(each, each)));
    assertThat(plain.dropped()).containsExactly("pattern");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "#/properties/a",
        "#/$defs/none",
        "#none",
        "https://example.com/schema.json",
        "other.json#/a"
      })
  void leavesOpenWhatReferencesDoNotLeadTo(String reference) throws JsonProcessingException {
    PlainSchema plain = plain("{'properties':{'a':{'$ref':'%s'}}}".formatted(reference));

    assertThat(plain.dropped()).containsExactly("$ref");
    assertThat(plain.schema().at("/properties/a").isObject()).isTrue();
  }

  @Test
  void isNotBlownUpByReferences() throws JsonProcessingException {
    StringBuilder definitions = new StringBuilder("'d0':{'type':'string'}");
    for (int i = 1; i < 40; i++) {
      String ref = "{'$ref':'#/$defs/d" + (i - 1) + "'}";
      definitions.append(",'d%d':{'properties':{'a':%s,'b':%s}}".formatted(i, ref, ref));
    }
    PlainSchema plain = plain("{'$ref':'#/$defs/d39','$defs':{" + definitions + "}}");

    assertThat(plain.dropped()).containsExactly("$ref");
    assertThat(plain.schema().toString().length()).isLessThan(100_000);
  }

  @Test
  void leavesTheSchemaItWasMadeFrom() throws JsonProcessingException {
    ObjectNode given = (ObjectNode) json("{'properties':{'a':{'enum':[1]}}}");
    new PlainSchema(given).schema().removeAll();

    assertThat(given).isEqualTo(json("{'properties':{'a':{'enum':[1]}}}"));
  }
}
