package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final List<String> FIELD = List.of("properties", "custom", "properties", "tier");

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {} | false",
        "{'selected': true} | {} | true",
        "{'selected': false} | {} | false",
        "{'selected-by-default': true} | {} | true",
        "{'selected-by-default': false} | {} | false",
        "{'selected': false, 'selected-by-default': true} | {} | false",
        "{'selected': true, 'selected-by-default': false} | {} | true",
        "{'selected': null, 'selected-by-default': true} | {} | true",
        "{'selected': 'true'} | {} | true",
        "{'selected': 'False', 'selected-by-default': true} | {} | false",
        "{'selected': 'perhaps'} | {} | false",
        "{'inclusion': 'available', 'selected': true} | {} | true",
        "{'inclusion': 'available'} | {} | false",
        "{'inclusion': 'automatic'} | {} | false",
        "{'inclusion': 'automatic', 'selected': false} | {} | false",
        "{'inclusion': 'unsupported', 'selected': true} | {} | false",
        "{} | {'selected': true} | true",
        "{} | {'selected': false} | false",
        "{'selected': false} | {'selected': true} | false",
        "{'selected-by-default': false} | {'selected': true} | false",
        "{'selected': true} | {'selected': false} | true"
      })
  void readsAStreamOnlyWhenSomebodySaysSo(String metadata, String schema, boolean selected)
      throws JsonProcessingException {
    Selection selection = Selection.of(Map.of(List.of(), json(metadata)), json(schema));

    assertThat(selection.stream()).isEqualTo(selected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {} | false",
        "{'selected-by-default': true} | {} | false",
        "{'selected-by-default': true} | {'selected': true} | false",
        "{'selected': null, 'selected-by-default': true} | {} | false",
        "{'selected': true, 'selected-by-default': true} | {} | true",
        "{'selected': true} | {'selected': false} | true",
        "{'selected': false} | {'selected': true} | false",
        "{'inclusion': 'available'} | {'selected': true} | true"
      })
  void distinguishesWhatWasSelectedFromWhatIsByDefault(
      String metadata, String schema, boolean byName) throws JsonProcessingException {
    Map<List<String>, ObjectNode> given = Map.of(List.of(), json(metadata));

    assertThat(Selection.of(given, json(schema)).byName()).isEqualTo(byName);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {} | true",
        "{'selected': true} | {} | true",
        "{'selected': false} | {} | false",
        "{'selected-by-default': true} | {} | true",
        "{'selected-by-default': false} | {} | false",
        "{'selected': true, 'selected-by-default': false} | {} | true",
        "{'selected': false, 'selected-by-default': true} | {} | false",
        "{'inclusion': 'available'} | {} | true",
        "{'inclusion': 'available', 'selected': false} | {} | false",
        "{'inclusion': 'automatic', 'selected': false} | {} | true",
        "{'inclusion': 'automatic'} | {'selected': false} | true",
        "{'inclusion': 'unsupported', 'selected': true} | {} | false",
        "{} | {'selected': false} | false",
        "{} | {'selected': true} | true",
        "{'selected': true} | {'selected': false} | true",
        "{'selected': false} | {'selected': true} | false"
      })
  void readsAFieldUnlessSomebodyObjects(String metadata, String schema, boolean selected)
      throws JsonProcessingException {
    Selection selection = Selection.of(Map.of(FIELD, json(metadata)), json("{}"));

    assertThat(selection.field(FIELD, json(schema))).isEqualTo(selected);
  }

  @Test
  void readsAFieldThatTheMetadataDoesNotKnow() throws JsonProcessingException {
    Selection selection = Selection.of(Map.of(), json("{}"));

    assertThat(selection.field(FIELD, json("{}"))).isTrue();
    assertThat(selection.field(FIELD, json("{'selected': false}"))).isFalse();
    assertThat(selection.stream()).isFalse();
  }
}
