/**
 * The list of streams and all that differs between them: the endpoint, how it is replicated, the
 * roles that it needs, its columns. Everything else works for every stream alike and asks an {@link
 * io.github.tapkustomer.stream.Endpoint} by its visitor.
 */
@NullMarked
package io.github.tapkustomer.stream;

import org.jspecify.annotations.NullMarked;
