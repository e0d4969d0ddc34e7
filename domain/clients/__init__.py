"""The clients of a consultant: the customers under their care, and how they are looked after."""
