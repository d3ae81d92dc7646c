package io.github.tapkustomer.discovery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an organisation for what it has of its own, in two rounds of requests side by side: the
 * key's roles, the klasses and the custom attributes of the standard objects, then those of each
 * klass.
 */
final class OrganisationReader {
  static final List<String> RESOURCES =
      List.of("customer", "conversation", "message", "note", "company", "user");

  private static final Logger LOG = LoggerFactory.getLogger(OrganisationReader.class);
  private static final String PURPOSE = "discovery";

  private final KustomerClient client;
  private final SideBySide requests;
  private final Purpose purpose;

  /**
   * A reader of one organisation.
   *
   * @param purpose what its details are wanted for
   */
  OrganisationReader(KustomerClient client, SideBySide requests, Purpose purpose) {
    this.purpose = purpose;
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
  }

  OrganisationDetails read() {
    Map<String, List<CustomAttribute>> attributes = new TreeMap<>();
    List<Optional<JsonNode>> first = requests.all(firstRound(), this::get);
    KeyRoles roles = first.get(0).map(KeyRoles::of).orElseGet(KeyRoles::unknown);
    Set<String> klasses = new LinkedHashSet<>();
    for (int i = 1; i <= 3; i++) {
      first.get(i).ifPresent(answer -> addNames(answer, klasses));
    }
    for (int i = 0; i < RESOURCES.size(); i++) {
      note(attributes, RESOURCES.get(i), first.get(4 + i));
    }
    List<String> names = List.copyOf(klasses);
    List<Optional<JsonNode>> second =
        requests.all(names.stream().map(name -> "metadata/kobject." + name).toList(), this::get);
    for (int i = 0; i < names.size(); i++) {
      note(attributes, "kobject." + names.get(i), second.get(i));
    }
    return new OrganisationDetails(roles, names, attributes);
  }

  private static List<String> firstRound() {
    List<String> paths = new ArrayList<>();
    paths.add(KeyRoles.PATH.substring("/v1/".length()));
    for (String status : List.of("enabled", "existing_only", "disabled")) {
      paths.add("klasses?page=1&pageSize=100&status=" + status);
    }
    RESOURCES.forEach(resource -> paths.add("metadata/" + resource));
    return paths;
  }

  private void note(
      Map<String, List<CustomAttribute>> attributes, String resource, Optional<JsonNode> answer) {
    List<CustomAttribute> found = new ArrayList<>();
    answer.ifPresent(
        definitions ->
            definitions
                .at("/data/attributes/properties")
                .properties()
                .forEach(entry -> found.add(CustomAttribute.of(entry.getKey(), entry.getValue()))));
    if (answer.isEmpty() && purpose != Purpose.RUN) {
      found.addAll(sample(resource.replace("kobject.", "kobject_")));
      LOG.warn(
          "{}: its custom attributes are not to be read; {} of them told from recent records",
          resource,
          found.size());
    }
    attributes.put(resource, found);
  }

  private Optional<JsonNode> get(String path) {
    return ask(ApiRequest.get(PURPOSE, "/v1/" + path));
  }

  /** The custom attributes that the newest records of a context carry. */
  private List<CustomAttribute> sample(String context) {
    String sortBy = context.startsWith("kobject_") ? "kobject" : context;
    String body =
        "{\"queryContext\":\"%s\",\"and\":[],\"sort\":[{\"%s_updated_at\":\"desc\"}]}"
            .formatted(context, sortBy);
    Map<String, CustomAttribute> seen = new TreeMap<>();
    ask(ApiRequest.search(
            PURPOSE,
            "/v1/customers/search?page=1&pageSize=100",
            body.getBytes(StandardCharsets.UTF_8)))
        .ifPresent(
            answer ->
                answer
                    .path("data")
                    .forEach(
                        record ->
                            record
                                .at("/attributes/custom")
                                .properties()
                                .forEach(
                                    custom -> {
                                      if (!custom.getValue().isNull()) {
                                        seen.putIfAbsent(
                                            custom.getKey(),
                                            CustomAttribute.seen(
                                                custom.getKey(), custom.getValue()));
                                      }
                                    })));
    return List.copyOf(seen.values());
  }

  private Optional<JsonNode> ask(ApiRequest request) {
    try {
      return Optional.of(client.ask(request, AnswerReader.json()));
    } catch (ApiException failure) {
      if (failure.isRefusal()) {
        LOG.debug("{}", failure.getMessage());
      } else if (purpose == Purpose.CATALOG) {
        throw TapException.apiGaveUp(failure.getMessage(), failure);
      } else {
        LOG.warn("{}; discovery goes on without it", failure.getMessage());
      }
      return Optional.empty();
    }
  }

  private static void addNames(JsonNode klasses, Set<String> names) {
    for (JsonNode klass : klasses.path("data")) {
      String name = klass.at("/attributes/name").asText("");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
  }
}
