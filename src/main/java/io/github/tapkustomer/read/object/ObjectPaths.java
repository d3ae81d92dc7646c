package io.github.tapkustomer.read.object;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The paths at which to read what belongs to an object. Thread-safe. */
@FunctionalInterface
public interface ObjectPaths {
  /**
   * The paths, below the host; none if the object has nothing to be asked for by.
   *
   * @throws io.github.tapkustomer.http.ApiException if the API refused to list them
   */
  List<String> of(Parent object);

  /**
   * One path for each object.
   *
   * @param path the object's key replaces {@code %s}
   * @param key the JSON pointer of the key among its attributes, if the key is not its id
   */
  static ObjectPaths direct(String path, Optional<String> key) {
    return object ->
        object.key(key).map(text -> path.formatted(ApiRequest.segment(text))).stream().toList();
  }

  /**
   * One path for each child of an object, whose list of children is read first.
   *
   * @param list reads an object's children, by its id as it appears in a path
   * @param outcomes notes each list that is answered
   * @param path the ids of the object and of the child replace {@code %s}
   */
  static ObjectPaths ofChildren(
      Function<String, List<Parent>> list, String path, ObjectOutcomes outcomes) {
    return object -> {
      String id = ApiRequest.segment(object.id());
      List<Parent> children = list.apply(id);
      outcomes.answered();
      return children.stream()
          .map(child -> path.formatted(id, ApiRequest.segment(child.id())))
          .toList();
    };
  }
}
