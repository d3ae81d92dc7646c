package io.github.tapkustomer.discovery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what this key can read of this organization. */
public final class Discovery {
  static final String PURPOSE = "discovery";

  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

  private final KustomerClient client;
  private final int requestsAtOnce;
  private final Masks masks;

  /**
   * A discovery.
   *
   * @param masks applied to the catalog, so that it has the types that will be sent
   */
  public Discovery(KustomerClient client, int requestsAtOnce, Masks masks) {
    this.client = requireNonNull(client, "client");
    this.masks = requireNonNull(masks, "masks");
    this.requestsAtOnce = requestsAtOnce;
  }

  /** What is known of every organization without asking: the streams, as they are built in. */
  public static ObjectNode builtIn() {
    CatalogBuilder catalog = new CatalogBuilder(Masks.NONE);
    Streams.ALL.forEach(stream -> catalog.add(stream, List.of()));
    return catalog.build();
  }

  /**
   * The catalog. Streams that the API denies the key are left out, and the log names the role.
   *
   * @throws io.github.tapkustomer.TapException if the key was refused, or the API does not answer
   */
  public ObjectNode catalog(Purpose purpose) {
    try (SideBySide requests = new SideBySide(requestsAtOnce)) {
      StreamSamples samples = new StreamSamples(client, PURPOSE);
      OrganizationDetails details =
          new OrganizationReader(client, requests, samples, purpose).read();
      Access access = new Access(details.roles(), samples);
      List<StreamDefinition> readable = readable(requests, access);
      CatalogBuilder catalog = new CatalogBuilder(masks);
      for (StreamDefinition stream : Streams.withKlasses(readable, details.klasses())) {
        catalog.add(stream, details.attributesOf(stream));
      }
      return catalog.build();
    }
  }

  /** The stream of all klasses' objects stands for those of one klass: they share its endpoint. */
  private static List<StreamDefinition> readable(SideBySide requests, Access access) {
    Map<StreamDefinition, Future<Optional<String>>> denials = new LinkedHashMap<>();
    for (StreamDefinition stream : Streams.ALL) {
      denials.put(stream, requests.start(() -> access.denial(stream)));
    }
    List<StreamDefinition> readable = new ArrayList<>();
    denials.forEach(
        (stream, denial) ->
            SideBySide.result(denial)
                .ifPresentOrElse(
                    why -> LOG.warn("{} is left out: {}", stream.name(), why),
                    () -> readable.add(stream)));
    return readable;
  }
}
