package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.ParentPage;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.ParentPageReader;
import io.github.tapkustomer.stream.Endpoint.Pages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The objects of a short list, such as schedules or klasses, of which more is asked then. */
public final class ObjectList {
  private final KustomerClient client;
  private final String stream;
  private final Pages endpoint;
  private final Optional<String> key;

  /**
   * A list.
   *
   * @param key where among an object's attributes its key stands, if that is not its id
   */
  public ObjectList(KustomerClient client, String stream, Pages endpoint, Optional<String> key) {
    this.client = requireNonNull(client, "client");
    this.stream = requireNonNull(stream, "stream");
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.key = requireNonNull(key, "key");
  }

  /** Reads all of it. */
  public List<Parent> read() {
    Set<Parent> objects = new LinkedHashSet<>();
    for (String pass : endpoint.passes()) {
      boolean more = true;
      for (int number = 1; more; number++) {
        ParentPage page = ask(pass, number);
        more = objects.addAll(page.parents()) && goesOn(page);
      }
    }
    return List.copyOf(objects);
  }

  /** Reads its first page alone. */
  public List<Parent> readFirstPage() {
    return ask(endpoint.passes().get(0), 1).parents();
  }

  private ParentPage ask(String pass, int page) {
    return client.ask(
        ApiRequest.get(stream, ApiListPages.path(endpoint, pass, page, endpoint.pageSize())),
        new ParentPageReader(key)::read);
  }

  private boolean goesOn(ParentPage page) {
    int size = page.parents().size();
    return page.summary().more().orElse(size >= endpoint.pageSize() || PageCaps.mayBeCapped(size));
  }
}
