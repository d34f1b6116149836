#pragma once

#include "plumbline/message.h"

/// Parts of what the modules say, and what a CSV file got wrong.
namespace plumbline::words {

inline constexpr Form kDidYouMean = form("", "; did you mean '{0}'?", "（是不是 {0}？）");

inline constexpr Form kQuoteInside =
    form("", "a quote inside a cell without quotes; put the cell in quotes and double it",
         "单元格没有加引号，里面却有引号 \"；请给整格加上引号，里面的引号写两遍");
inline constexpr Form kQuoteOpen =
    form("", "this quote is never closed", "这个引号没有配对的后引号");
inline constexpr Form kTextBehindQuote =
    form("", "text after a closing quote; double the quotes inside a cell",
         "后引号之后还有文字；单元格里的引号要写两遍");

// A size
inline constexpr Form kBytes = form("", "{0} bytes", "{0}字节");
inline constexpr Form kMebibytes = form("", "{0} MiB", "{0} MiB");

}  // namespace plumbline::words
