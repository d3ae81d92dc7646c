package io.github.tapkustomer.discovery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is an organization's own, side by side: the key's roles, the klasses and the custom
 * attributes of the standard objects, then those of each klass.
 */
final class OrganizationReader {
  private static final Logger LOG = LoggerFactory.getLogger(OrganizationReader.class);
  private static final int SAMPLE = 100;

  private final KustomerClient client;
  private final SideBySide requests;
  private final StreamSamples samples;
  private final Purpose purpose;

  /**
   * A reader of one organization.
   *
   * @param purpose what its details are needed for
   */
  OrganizationReader(
      KustomerClient client, SideBySide requests, StreamSamples samples, Purpose purpose) {
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
    this.samples = requireNonNull(samples, "samples");
    this.purpose = requireNonNull(purpose, "purpose");
  }

  OrganizationDetails read() {
    Future<KeyRoles> roles = requests.start(() -> KeyRoles.read(client, Discovery.PURPOSE));
    KlassNames klassNames = new KlassNames(client, requests, purpose);
    Map<String, Future<List<CustomAttribute>>> asked = new TreeMap<>();
    for (StreamDefinition stream : Streams.ALL) {
      stream.resource().ifPresent(resource -> ask(asked, resource, stream));
    }
    List<String> klasses = klassNames.read();
    for (String klass : klasses) {
      ask(asked, Streams.resourceOf(klass), Streams.ofKlass(klass));
    }
    Map<String, List<CustomAttribute>> attributes = new TreeMap<>();
    asked.forEach((resource, found) -> attributes.put(resource, SideBySide.result(found)));
    return new OrganizationDetails(SideBySide.result(roles), klasses, attributes);
  }

  private void ask(
      Map<String, Future<List<CustomAttribute>>> asked, String resource, StreamDefinition stream) {
    asked.put(resource, requests.start(() -> attributes(resource, stream.endpoint())));
  }

  private List<CustomAttribute> attributes(String resource, Endpoint records) {
    Optional<List<CustomAttribute>> defined =
        answer(() -> definitions("/v1/metadata/" + ApiRequest.segment(resource)));
    if (defined.isPresent() || purpose == Purpose.RUN) {
      return defined.orElse(List.of());
    }
    // One search for each klass, but not in an hourly run: that has a catalog, or takes everything.
    List<CustomAttribute> seen = answer(() -> sampled(records)).orElse(List.of());
    LOG.warn(
        "{}: its custom attributes cannot be read; {} of them were found in recent records",
        resource,
        seen.size());
    return seen;
  }

  private List<CustomAttribute> definitions(String path) {
    List<CustomAttribute> defined = new ArrayList<>();
    client
        .ask(ApiRequest.get(Discovery.PURPOSE, path), AnswerReader.json())
        .at("/data/attributes/properties")
        .properties()
        .forEach(entry -> defined.add(CustomAttribute.of(entry.getKey(), entry.getValue())));
    return defined;
  }

  private List<CustomAttribute> sampled(Endpoint endpoint) {
    Map<String, CustomAttribute> seen = new TreeMap<>();
    for (JsonNode record : samples.read(endpoint, SAMPLE)) {
      record.at("/attributes/custom").properties().stream()
          .filter(custom -> !custom.getValue().isNull())
          .map(custom -> CustomAttribute.seen(custom.getKey(), custom.getValue()))
          .forEach(attribute -> seen.putIfAbsent(attribute.name(), attribute));
    }
    return List.copyOf(seen.values());
  }

  /** The API's answer; empty if it refuses, or if the catalog can do without. */
  private <T> Optional<T> answer(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (ApiException failure) {
      if (failure.isRefusal()) {
        LOG.debug("{}", failure.getMessage());
      } else if (purpose == Purpose.CATALOG) {
        throw TapException.apiGaveUp(failure.getMessage(), failure);
      } else {
        LOG.warn("{}; discovery continues without it", failure.getMessage());
      }
      return Optional.empty();
    }
  }
}
