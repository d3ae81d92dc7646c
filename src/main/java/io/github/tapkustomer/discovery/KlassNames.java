package io.github.tapkustomer.discovery;

import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.read.object.ObjectList;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Streams;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names of all klasses, of every status, from every page of their lists. */
final class KlassNames {
  private static final Logger LOG = LoggerFactory.getLogger(KlassNames.class);

  private final Purpose purpose;
  private final List<Future<List<Parent>>> lists = new ArrayList<>();

  /** Starts to read; {@link #read()} waits for the answers. */
  KlassNames(KustomerClient client, SideBySide requests, Purpose purpose) {
    this.purpose = purpose;
    for (Pages list : Streams.KLASSES.eachPass()) {
      ObjectList klasses =
          new ObjectList(client, Discovery.PURPOSE, list, Set.of(Streams.KLASS_NAME));
      lists.add(requests.start(klasses::read));
    }
  }

  /**
   * The names. If a list is denied, its klasses have no streams, which the log says.
   *
   * @throws TapException of kind API_GAVE_UP if existing klasses would be missing for another
   *     reason, and the purpose needs them
   */
  List<String> read() {
    Set<String> names = new LinkedHashSet<>();
    List<ApiException> denials = new ArrayList<>();
    for (Future<List<Parent>> list : lists) {
      try {
        SideBySide.result(list)
            .forEach(klass -> klass.key(Optional.of(Streams.KLASS_NAME)).ifPresent(names::add));
      } catch (ApiException failure) {
        if (Access.isDenial(failure) || failure.status() == HTTP_NOT_FOUND) {
          denials.add(failure);
        } else {
          tell(failure);
        }
      }
    }
    denials.stream().limit(1).forEach(KlassNames::tellDenial);
    return List.copyOf(names);
  }

  private void tell(ApiException failure) {
    if (purpose == Purpose.CATALOG) {
      throw TapException.apiGaveUp(
          "the klasses could not be listed, so the catalog would lack their streams: "
              + failure.getMessage(),
          failure);
    }
    LOG.warn(
        "{}; the run continues without the custom attributes of klasses", failure.getMessage());
  }

  private static void tellDenial(ApiException denial) {
    LOG.warn(
        "the streams of klasses are left out: {}",
        Access.isDenial(denial) ? Access.advice(denial, Streams.KLASS_ROLES) : denial.getMessage());
  }
}
