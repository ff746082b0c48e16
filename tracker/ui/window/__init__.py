"""The main window and what belongs to no page: menus, doors to dialogs, sidebar, look."""
