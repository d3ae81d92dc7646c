package io.github.tapkustomer.sandbox.misbehavior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;

/** The SLA that real organizations' customers carry although no documentation shows it. */
record CustomerSlas(Ids ids) {
  private static final int ONE_IN = 3;

  Answer in(Answer answer) {
    return ChangedAnswers.changed(answer, body -> body.path("data").forEach(this::add));
  }

  private void add(JsonNode record) {
    Dice dice = new Dice(Dice.mix(record.path("id").asText().hashCode()));
    if (record.path("type").asText().equals(Kind.CUSTOMER.apiName)
        && record.path("attributes") instanceof ObjectNode attributes
        && record.path("relationships") instanceof ObjectNode relationships
        && dice.oneIn(ONE_IN)) {
      ObjectNode sla = attributes.putObject("sla");
      sla.put("name", "Standard").put("version", 2).put("breached", false);
      sla.set("matchedAt", attributes.path("updatedAt"));
      relate(relationships, "sla", Kind.SLA, 0);
      relate(relationships, "slaVersion", Kind.SLA_VERSION, 1);
    }
  }

  private void relate(ObjectNode relationships, String name, Kind kind, int ordinal) {
    ObjectNode data = relationships.putObject(name).putObject("data");
    data.put("type", kind.apiName).put("id", ids.of(kind, ordinal));
  }
}
