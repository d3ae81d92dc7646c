package io.github.tapkustomer.read.object;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where what belongs to an object is read. Thread-safe. */
@FunctionalInterface
public interface ObjectPaths {
  /**
   * The paths, below the host; none where the object has nothing to be asked for by.
   *
   * @throws io.github.tapkustomer.http.ApiException the API would not tell
   */
  List<String> of(Parent object);

  /**
   * One path for each object.
   *
   * @param path {@code %s} standing for its key
   * @param key where among its attributes the key stands, if that is not its id
   */
  static ObjectPaths direct(String path, Optional<String> key) {
    return object ->
        object.key(key).map(text -> path.formatted(ApiRequest.segment(text))).stream().toList();
  }

  /**
   * One path for each child of an object, for which its list of children is read first.
   *
   * @param list reads an object's children, by its id as it stands in a path
   * @param outcomes told of each list that is answered
   * @param path {@code %s} standing for the object's id and for the child's
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
