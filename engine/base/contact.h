#pragma once

#include <string>

namespace plumbline {

/// Who asks for a report and how to reach them, as a letter prints it. What is empty is left blank
/// in the letter, to be filled in by hand.
struct Contact {
  std::string office;  ///< that signs
  std::string person;
  std::string phone;
  std::string email;     ///< left out where empty
  std::string address;   ///< left out where empty
  std::string deadline;  ///< to hand in again: YYYY-MM-DD, or words such as a count of days
  std::string date;      ///< of the letter, YYYY-MM-DD
};

}  // namespace plumbline
