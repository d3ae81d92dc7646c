package io.github.tapkustomer.discovery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what there is to read, for this key of this organisation. */
public final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

  /** The resource whose custom attributes a stream carries. */
  private static final Map<String, String> RESOURCES =
      Map.of(
          "customers", "customer",
          "conversations", "conversation",
          "messages", "message",
          "notes", "note",
          "companies", "company",
          "users", "user");

  private final KustomerClient client;
  private final int requestsAtOnce;

  public Discovery(KustomerClient client, int requestsAtOnce) {
    this.client = requireNonNull(client, "client");
    this.requestsAtOnce = requestsAtOnce;
  }

  /**
   * The catalog. Streams that the key may not read are left out, and the log names the role.
   *
   * @throws io.github.tapkustomer.TapException the key was refused, or the API does not answer
   */
  public ObjectNode catalog(Purpose purpose) {
    OrganisationDetails details;
    try (SideBySide requests = new SideBySide(requestsAtOnce)) {
      details = new OrganisationReader(client, requests, purpose).read();
    }
    CatalogBuilder catalog = new CatalogBuilder();
    for (StreamDefinition stream : streams(details)) {
      Optional<String> missing = details.roles().missing(stream.roles());
      if (missing.isPresent()) {
        LOG.warn("{} is left out: the key lacks the role {}", stream.name(), missing.get());
      } else {
        catalog.add(stream, attributes(stream, details));
      }
    }
    return catalog.build();
  }

  private static List<StreamDefinition> streams(OrganisationDetails details) {
    List<StreamDefinition> streams = new ArrayList<>();
    for (StreamDefinition stream : Streams.ALL) {
      streams.add(stream);
      if (stream.name().equals("kobjects")) {
        streams.addAll(KlassStreams.of(details.klasses()));
      }
    }
    return streams;
  }

  private static List<CustomAttribute> attributes(
      StreamDefinition stream, OrganisationDetails details) {
    if (stream.klass().isPresent()) {
      return details.attributesOf("kobject." + stream.klass().get());
    }
    if (stream.name().equals("kobjects")) {
      List<CustomAttribute> ofAll = new ArrayList<>();
      details.klasses().forEach(klass -> add(ofAll, details.attributesOf("kobject." + klass)));
      return ofAll;
    }
    String resource = RESOURCES.get(stream.name());
    return resource == null ? List.of() : details.attributesOf(resource);
  }

  /** Klasses share names of attributes; the suffix makes that the same type nearly always. */
  private static void add(List<CustomAttribute> all, List<CustomAttribute> more) {
    for (CustomAttribute attribute : more) {
      if (all.stream().noneMatch(known -> known.name().equals(attribute.name()))) {
        all.add(attribute);
      }
    }
  }
}
