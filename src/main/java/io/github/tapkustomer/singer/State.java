package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Singer state that can be moved forward. Streams and members that this run does not touch are
 * passed through unchanged. Not thread-safe.
 */
public final class State {
  static final String BOOKMARKS = "bookmarks";
  static final String CURRENTLY_SYNCING = "currently_syncing";
  static final String ORGANIZATION = "organization";

  private static final String KLASS = "klass";

  private final ObjectNode root;
  private final Map<String, String> klasses = new HashMap<>();

  private State(ObjectNode root) {
    this.root = root;
  }

  public static State empty() {
    return new State(JsonNodeFactory.instance.objectNode());
  }

  /**
   * A state from a file or another run.
   *
   * @throws TapException of kind BAD_INPUT if {@code bookmarks} is no object
   */
  public static State of(ObjectNode root) {
    JsonNode bookmarks = requireNonNull(root, "root").path(BOOKMARKS);
    if (!bookmarks.isObject() && !bookmarks.isMissingNode() && !bookmarks.isNull()) {
      throw TapException.badInput("the state's \"bookmarks\" is not an object");
    }
    return new State(root.deepCopy());
  }

  /**
   * How far the stream was read; {@link Bookmark#NONE} if the state does not know it.
   *
   * @param key the name of its replication key
   * @throws TapException of kind BAD_INPUT, naming the stream
   */
  public Bookmark bookmark(String stream, String key) {
    return BookmarkFormat.read(stream, key, root.path(BOOKMARKS).path(stream));
  }

  /**
   * Members of the stream's bookmark that look like positions, if it has none that is understood.
   *
   * @param key the name of its replication key
   */
  public List<String> strangePositions(String stream, String key) {
    return BookmarkFormat.strangePositions(key, root.path(BOOKMARKS).path(stream));
  }

  /** The stream that an interrupted run was reading. */
  public Optional<String> currentlySyncing() {
    JsonNode stream = root.path(CURRENTLY_SYNCING);
    return stream.isTextual() ? Optional.of(stream.textValue()) : Optional.empty();
  }

  public void setBookmark(String stream, String key, Bookmark bookmark) {
    ObjectNode written = BookmarkFormat.write(key, bookmark);
    Optional.ofNullable(klasses.get(stream)).ifPresent(klass -> written.put(KLASS, klass));
    replaceBookmark(stream, written);
  }

  /** Keeps what is known of the stream's table, whatever the position. */
  private void replaceBookmark(String stream, ObjectNode written) {
    ObjectNode added = addedColumns(stream);
    OptionalLong version = tableVersion(stream);
    if (written.isEmpty() && added.isEmpty() && version.isEmpty()) {
      bookmarks().remove(stream);
    } else {
      // In its old place: otherwise the next STATE would differ by the order of streams alone.
      bookmarks().set(stream, written);
    }
    setAddedColumns(stream, added);
    version.ifPresent(used -> setTableVersion(stream, used));
  }

  /**
   * Claims the stream's bookmark for a klass, which it names from now on. A bookmark that names
   * another klass is forgotten; one that names none, as older versions wrote it, is kept.
   *
   * @return the other klass, if there is one
   */
  public Optional<String> claimForKlass(String stream, String klass) {
    klasses.put(stream, klass);
    JsonNode owner = root.path(BOOKMARKS).path(stream).path(KLASS);
    if (!owner.isTextual() || owner.textValue().equals(klass)) {
      return Optional.empty();
    }
    clearBookmark(stream);
    return Optional.of(owner.textValue());
  }

  /** Forgets how far the stream was read. */
  public void clearBookmark(String stream) {
    replaceBookmark(stream, JsonNodeFactory.instance.objectNode());
  }

  /** The columns that earlier runs added to the stream's schema, as a schema of these alone. */
  public ObjectNode addedColumns(String stream) {
    return root.path(BOOKMARKS).path(stream).path(BookmarkFormat.ADDED_COLUMNS)
            instanceof ObjectNode added
        ? added
        : JsonNodeFactory.instance.objectNode();
  }

  /** Remembers the columns that were added to the stream's schema, however far it was read. */
  public void setAddedColumns(String stream, ObjectNode added) {
    if (!added.isEmpty()) {
      ObjectNode bookmark = BookmarkFormat.object(bookmarks().path(stream));
      bookmarks().set(stream, bookmark.set(BookmarkFormat.ADDED_COLUMNS, added));
    }
  }

  /** The last version that the stream's records were sent with. */
  public OptionalLong tableVersion(String stream) {
    JsonNode version = root.path(BOOKMARKS).path(stream).path(BookmarkFormat.TABLE_VERSION);
    return version.canConvertToLong() && version.isIntegralNumber()
        ? OptionalLong.of(version.longValue())
        : OptionalLong.empty();
  }

  /** Remembers a version, so that a later one is larger even if the clock goes back. */
  public void setTableVersion(String stream, long version) {
    ObjectNode bookmark = BookmarkFormat.object(bookmarks().path(stream));
    bookmarks().set(stream, bookmark.put(BookmarkFormat.TABLE_VERSION, version));
  }

  /** The id of the organization that was read; other taps' states don't have it. */
  public Optional<String> organization() {
    return Optional.ofNullable(root.path(ORGANIZATION).textValue());
  }

  public void setOrganization(String id) {
    root.put(ORGANIZATION, id);
  }

  private ObjectNode bookmarks() {
    return root.path(BOOKMARKS) instanceof ObjectNode bookmarks
        ? bookmarks
        : root.putObject(BOOKMARKS);
  }

  /** Names the stream that is being read; empty when the run is over. */
  public void setCurrentlySyncing(Optional<String> stream) {
    if (stream.isPresent()) {
      root.put(CURRENTLY_SYNCING, stream.get());
    } else {
      root.remove(CURRENTLY_SYNCING);
    }
  }

  /** The state as it stands in a message. */
  ObjectNode value() {
    bookmarks();
    return root;
  }
}
