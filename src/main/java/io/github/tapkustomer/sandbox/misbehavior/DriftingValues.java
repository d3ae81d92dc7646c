package io.github.tapkustomer.sandbox.misbehavior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.store.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** In some records one value has another type than its column. A record does not change. */
record DriftingValues(long seed) {
  private static final int ONE_IN = 10;
  private static final Set<String> SPARED =
      Set.of("createdAt", "updatedAt", "deleted", "deletedAt", "custom", "name", "status");

  Answer in(Answer answer) {
    return ChangedAnswers.changed(answer, body -> body.path("data").forEach(this::drift));
  }

  private void drift(JsonNode record) {
    if (!(record.path("attributes") instanceof ObjectNode attributes)) {
      return;
    }
    Dice dice = new Dice(seed ^ Dice.mix(record.path("id").asText().hashCode()));
    List<String> names = new ArrayList<>();
    attributes.fieldNames().forEachRemaining(names::add);
    names.removeAll(SPARED);
    names.removeIf(name -> attributes.path(name).isNull());
    if (dice.oneIn(ONE_IN) && !names.isEmpty()) {
      String name = names.get(dice.below(names.size()));
      attributes.set(name, other(attributes.path(name)));
    }
  }

  private static JsonNode other(JsonNode value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value.isNumber()) {
      return json.textNode(value.asText());
    }
    if (value.isBoolean()) {
      return json.textNode(value.asBoolean() ? "yes" : "no");
    }
    return value.isContainerNode() ? json.textNode(value.toString()) : json.arrayNode().add(value);
  }
}
