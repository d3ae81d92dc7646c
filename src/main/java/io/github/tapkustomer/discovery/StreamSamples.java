package io.github.tapkustomer.discovery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.read.page.Alternatives;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.Grandchildren;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Metadata;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.PerObject;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A few records of a stream, read with a few requests at most. */
public final class StreamSamples {

  /** Not every conversation has the key that its children are requested by. */
  private static final int PARENTS = 20;

  /** One object can be refused though the others are not, so one alone says nothing of a stream. */
  private static final int OBJECTS_ASKED = 3;

  private final KustomerClient client;
  private final String purpose;

  /**
   * Samples read by this client.
   *
   * @param purpose what they are read for; its name in logs and metrics
   */
  public StreamSamples(KustomerClient client, String purpose) {
    this.client = requireNonNull(client, "client");
    this.purpose = requireNonNull(purpose, "purpose");
  }

  /**
   * The newest records if the API sorts them, otherwise the first ones.
   *
   * @param size how many to ask for
   * @throws ApiException if the API refused, or cannot answer
   */
  public List<JsonNode> read(Endpoint endpoint, int size) {
    return endpoint.accept(new Reader(size));
  }

  private final class Reader implements Endpoint.Visitor<List<JsonNode>> {
    private final int size;

    Reader(int size) {
      this.size = size;
    }

    @Override
    public List<JsonNode> search(Search search) {
      return new Alternatives<>(search.forms()).ask(form -> records(newest(form), Member.DATA));
    }

    @Override
    public List<JsonNode> pages(Pages pages) {
      String path =
          "/v1/%s?%s&page=1&pageSize=%d".formatted(pages.path(), pages.passes().get(0), size);
      return records(get(path.replace("?&", "?")), pages.member());
    }

    @Override
    public List<JsonNode> perObject(PerObject each) {
      return pages(each.list());
    }

    @Override
    public List<JsonNode> metadata(Metadata metadata) {
      return firstAnswered(
          metadata.resources(), resource -> records(get("/v1/metadata/" + resource), Member.DATA));
    }

    @Override
    public List<JsonNode> auditLogs(AuditLogs logs) {
      return records(get("/v1/audit-logs?count=" + size), Member.DATA);
    }

    @Override
    public List<JsonNode> children(Children children) {
      List<String> keys =
          new Reader(PARENTS)
              .search(children.parent()).stream()
                  .flatMap(parent -> key(parent, children).stream())
                  .toList();
      return firstAnswered(
          keys,
          key -> records(get(children.path().formatted(ApiRequest.segment(key))), Member.DATA));
    }

    @Override
    public List<JsonNode> grandchildren(Grandchildren grandchildren) {
      List<String> ids =
          new Reader(OBJECTS_ASKED)
              .search(grandchildren.parent()).stream()
                  .map(parent -> ApiRequest.segment(parent.path("id").asText()))
                  .toList();
      return firstAnswered(ids, id -> grandchildren(grandchildren, id));
    }

    private List<JsonNode> grandchildren(Grandchildren grandchildren, String id) {
      for (JsonNode child : pages(grandchildren.children().of(id))) {
        String path =
            grandchildren.path().formatted(id, ApiRequest.segment(child.path("id").asText()));
        return records(get(path), Member.DATA);
      }
      return List.of();
    }

    /** Asks about a few objects, until one is answered; only if all are denied, throws a denial. */
    private static List<JsonNode> firstAnswered(
        List<String> objects, Function<String, List<JsonNode>> request) {
      Optional<ApiException> why = Optional.empty();
      for (String object : objects.subList(0, Math.min(OBJECTS_ASKED, objects.size()))) {
        try {
          return request.apply(object);
        } catch (ApiException failure) {
          if (!failure.isRefusal()) {
            throw failure;
          }
          why = why.filter(other -> !Access.isDenial(other)).or(() -> Optional.of(failure));
        }
      }
      if (why.isPresent()) {
        throw why.get();
      }
      return List.of();
    }

    private Optional<String> key(JsonNode parent, Children children) {
      JsonNode key =
          children.key().map(parent.path("attributes")::at).orElseGet(() -> parent.path("id"));
      return Optional.of(key.asText("")).filter(text -> !text.isEmpty());
    }

    private ApiRequest newest(Search search) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("queryContext", search.context());
      body.putArray("and");
      body.putArray("sort").addObject().put(search.updatedAtFilter(), "desc");
      return ApiRequest.search(
          purpose,
          "/v1/customers/search?page=1&pageSize=" + size,
          body.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private ApiRequest get(String path) {
    return ApiRequest.get(purpose, path);
  }

  private List<JsonNode> records(ApiRequest request, Member member) {
    List<JsonNode> records = new ArrayList<>();
    client
        .ask(request, AnswerReader.json())
        .path(member.name().toLowerCase(Locale.ROOT))
        .forEach(records::add);
    return records;
  }
}
