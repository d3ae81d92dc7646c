package io.github.tapkustomer.read.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of a search by time. Each criterion has one attribute and one operator, and the sort has
 * one key, as in the documentation; a second sort key is not reliable.
 */
final class SearchQuery {
  private final Search endpoint;
  private final boolean includeDeleted;
  private final Optional<String> having;

  SearchQuery(Search endpoint, boolean includeDeleted, Optional<String> having) {
    this.endpoint = endpoint;
    this.includeDeleted = includeDeleted;
    this.having = having;
  }

  byte[] body(TimeRange range) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("queryContext", endpoint.context());
    ArrayNode and = body.putArray("and");
    and.addObject()
        .putObject(endpoint.updatedAtFilter())
        .put("gte", Timestamps.format(range.from()));
    and.addObject().putObject(endpoint.updatedAtFilter()).put("lt", Timestamps.format(range.to()));
    // Any date will do: a filter by dates since the bookmark would miss records that arrive late.
    having.ifPresent(
        date -> and.addObject().putObject(date).put("gte", Timestamps.format(Instant.EPOCH)));
    body.putArray("sort").addObject().put(endpoint.updatedAtFilter(), "asc");
    body.put("includeDeleted", includeDeleted);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
