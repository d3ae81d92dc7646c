package io.github.tapkustomer.read.object;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.read.ListReading;
import io.github.tapkustomer.read.page.ApiListPages;
import io.github.tapkustomer.record.page.ParentPage;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.record.page.ParentPageReader;
import io.github.tapkustomer.stream.Endpoint.Pages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects of a short list, such as schedules or klasses, each of which takes a request of its
 * own.
 */
public final class ObjectList {
  private final KustomerClient client;
  private final String stream;
  private final Pages endpoint;
  private final Set<String> keys;

  /**
   * A list.
   *
   * @param keys JSON pointers of an object's keys among its attributes, if the key is not its id
   */
  public ObjectList(KustomerClient client, String stream, Pages endpoint, Set<String> keys) {
    this.client = requireNonNull(client, "client");
    this.stream = requireNonNull(stream, "stream");
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.keys = Set.copyOf(keys);
  }

  /** Reads the whole list; twice if it may have changed meanwhile. */
  public List<Parent> read() {
    Set<Parent> objects = new LinkedHashSet<>();
    for (String pass : endpoint.passes()) {
      ListReading first = new ListReading(client.serverClock().earliest(), endpoint.pageSize());
      read(pass, first, objects);
      if (!first.isProven()) {
        read(pass, first.again(), objects);
      }
    }
    return List.copyOf(objects);
  }

  private void read(String pass, ListReading reading, Set<Parent> objects) {
    boolean ended = false;
    while (!ended) {
      ParentPage page = ask(pass, reading.nextPage(), reading.nextSize());
      page.parents().forEach(parent -> reading.accept(parent.id(), parent.updatedAt()));
      objects.addAll(page.parents());
      ended = reading.endsWith(page.summary());
    }
  }

  /** Reads only the first page. */
  public List<Parent> readFirstPage() {
    return ask(endpoint.passes().get(0), 1, endpoint.pageSize()).parents();
  }

  private ParentPage ask(String pass, int page, int size) {
    return client.ask(
        ApiRequest.get(stream, ApiListPages.path(endpoint, pass, page, size)),
        new ParentPageReader(keys)::read);
  }
}
