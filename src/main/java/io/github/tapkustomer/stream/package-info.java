/**
 * The list of streams and everything that differs between them: endpoint, replication, roles,
 * columns. All other code treats streams alike and asks an {@link
 * io.github.tapkustomer.stream.Endpoint} through its visitor.
 */
@NullMarked
package io.github.tapkustomer.stream;

import org.jspecify.annotations.NullMarked;
