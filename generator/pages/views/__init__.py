"""Views: frozen, words ready to print. Templates loop over them and decide nothing."""
