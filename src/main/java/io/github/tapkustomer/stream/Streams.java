package io.github.tapkustomer.stream;

import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.util.List;
import java.util.Optional;

/** The list of streams. To add one, add a line here and its schema file. */
public final class Streams {
  /** Parents before what refers to them. */
  public static final List<StreamDefinition> ALL =
      List.of(
          search("customers", "customer"),
          search("conversations", "conversation"),
          search("messages", "message"),
          search("notes", "note"),
          search("kobjects", "kobject"),
          search("companies", "company"),
          // Active and deactivated users: the API gives either, never both at once.
          new StreamDefinition(
              "users", new Pages("users", 500, List.of("deleted=false", "deleted=true"))),
          new StreamDefinition("teams", new Pages("teams", 500, List.of(""))),
          new StreamDefinition("tags", new Pages("tags", 100, List.of(""))),
          new StreamDefinition("shortcuts", new Pages("shortcuts", 100, List.of(""))));

  private Streams() {}

  public static Optional<StreamDefinition> find(String name) {
    return ALL.stream().filter(stream -> stream.name().equals(name)).findFirst();
  }

  private static StreamDefinition search(String name, String context) {
    return new StreamDefinition(name, new Search(context));
  }
}
