/** Lists, children of one object, and the other endpoints that answer GET. */
package io.github.tapkustomer.sandbox.lists;
