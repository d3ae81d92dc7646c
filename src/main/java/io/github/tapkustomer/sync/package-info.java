/**
 * One run: workers read the windows and lists that {@code plan} made, one writer writes.
 *
 * <p>What keeps every STATE honest:
 *
 * <ol>
 *   <li>Lines come before the position that covers them: a reader queues its lines before it
 *       returns its step.
 *   <li>A window moves only when such a step is applied, in {@code WindowRun.apply} or {@code
 *       ListRun.apply}; nothing else moves a bookmark.
 *   <li>A position is computed and queued under its stream's lock, so that none overtakes another.
 *   <li>What could not be read is noted as a gap in the same step that passes it.
 *   <li>A schema version is published before any line that needs it.
 * </ol>
 *
 * <p>Whoever needs a stream's lock and the queue's takes the stream's first.
 */
@NullMarked
package io.github.tapkustomer.sync;

import org.jspecify.annotations.NullMarked;
