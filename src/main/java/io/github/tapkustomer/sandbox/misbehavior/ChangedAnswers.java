package io.github.tapkustomer.sandbox.misbehavior;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.server.Answer;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Answers that are right except for one member. */
final class ChangedAnswers {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ChangedAnswers() {}

  static Answer withoutTotal(Answer answer) {
    return changed(
        answer,
        body -> {
          if (body.path("meta") instanceof ObjectNode meta) {
            meta.remove(List.of("total", "totalPages"));
          }
        });
  }

  static Answer withTotalOfPage(Answer answer) {
    return changed(
        answer,
        body -> {
          if (body.path("meta") instanceof ObjectNode meta) {
            meta.put("total", body.path("data").size()).put("totalPages", 1);
          }
        });
  }

  static Answer withoutLinks(Answer answer) {
    return changed(answer, body -> body.remove("links"));
  }

  static Answer withRoles(Answer answer, String... roles) {
    return changed(
        answer,
        body -> {
          ArrayNode listed = ((ObjectNode) body.at("/data/attributes")).putArray("roles");
          List.of(roles).forEach(listed::add);
        });
  }

  static Answer changed(Answer answer, Consumer<ObjectNode> change) {
    try {
      ObjectNode body = (ObjectNode) MAPPER.readTree(answer.body());
      change.accept(body);
      return answer.withBody(MAPPER.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
