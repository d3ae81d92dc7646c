/** Lists, children of one object, and the other endpoints that answer GET. */
@NullMarked
package io.github.tapkustomer.sandbox.lists;

import org.jspecify.annotations.NullMarked;
