package io.github.tapkustomer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.sandbox.bodies.Renderer;
import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.store.Context;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an organization holds, told without the API. */
public record Truth(Organization organization) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROOM = 1 << 16;

  /** When each object that is not deleted was last updated. */
  public Map<String, Instant> live(String context) {
    Map<String, Instant> live = new LinkedHashMap<>();
    Table table = table(context);
    for (Version version : organization.live(table.kind())) {
      live.put(table.id(version), Instant.ofEpochMilli(version.updatedAt()));
    }
    return live;
  }

  /** To which object of this name each object that is not deleted belongs. */
  public Map<String, String> parents(String context, String relationship)
      throws JsonProcessingException {
    Map<String, String> parents = new LinkedHashMap<>();
    Table table = table(context);
    for (Version version : organization.live(table.kind())) {
      JsonOut out = new JsonOut(ROOM);
      new Renderer(organization.ids()).record(out, table.kind(), table.id(version), version);
      JsonNode record = JSON.readTree(new String(out.toByteArray(), UTF_8));
      JsonNode parent = record.path("relationships").path(relationship).path("data");
      parents.put(table.id(version), parent.path("id").asText());
    }
    return parents;
  }

  private Table table(String context) {
    return organization.table(Context.require(context).kind());
  }
}
