#!/usr/bin/python3
"""The program as assistive technology finds it: looks for a step by its name, marks it, hears the change.

accessible.py PROGRAM STUDY. On a display, in a session bus of its own; speaks TAP. Every wait ends."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml

PATIENCE = 60
ESCAPE, MENU, F9 = 0xff1b, 0xff67, 0xffc6
# For the program, not for the library here, which warns of what comes and goes.
G_DEBUG = os.environ.pop('G_DEBUG', '')


def skip(reason):
    print('1..0 # SKIP ' + reason)
    sys.exit(0)


try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as problem:
    skip('no AT-SPI for Python here: %s' % problem)


def wait_for(what, condition):
    """What condition() gives once that is true; it may fail meanwhile, as things come and go."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            result = condition()
            if result:
                return result
        except GLib.Error:
            pass
        time.sleep(0.05)
    raise AssertionError('within %d s there was not: %s' % (PATIENCE, what))


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node):
    """The node and all below it that can be seen."""
    yield node
    for child in children(node):
        if child.get_role() == Atspi.Role.LABEL:
            continue
        yield from walk(child)


def name(node):
    return node.get_name() or ''


def actions(node):
    interface = node.get_action_iface()
    if interface is None:
        return []
    return [Atspi.Action.get_action_name(interface, i) for i in range(Atspi.Action.get_n_actions(interface))]


def act(node, action):
    assert Atspi.Action.do_action(node.get_action_iface(), actions(node).index(action))


def has_state(node, state):
    return node.get_state_set().contains(state)


def bus_of_accessibility():
    """Whether the session has one: GTK looks for the same."""
    try:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                      Gio.DBusCallFlags.NONE, 20000)
    except GLib.Error as problem:
        skip('no bus of accessibility here: %s' % problem.message)
    return bus


class Room:
    """The program with a study of its own, and the ways to its parts."""

    def __init__(self, program, study):
        self.folder = tempfile.mkdtemp(prefix='throughline-')
        self.study = os.path.join(self.folder, 'repairs.throughline')
        shutil.copy(study, self.study)
        environment = dict(os.environ)
        environment.pop('GTK_A11Y', None)
        environment['G_DEBUG'] = G_DEBUG
        environment['HOME'] = self.folder
        for variable in ('CONFIG', 'DATA', 'CACHE', 'STATE'):
            environment['XDG_%s_HOME' % variable] = os.path.join(self.folder, variable.lower())
        self.process = subprocess.Popen([program, self.study], env=environment)
        try:
            self.application = wait_for('the program', self.find_application)
            self.steps = wait_for('the steps on the canvas', self.find_steps)
        except BaseException:
            self.close()
            raise

    def find_application(self):
        assert self.process.poll() is None, 'the program has ended'
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                return application
        return None

    def find_steps(self):
        for node in walk(self.application):
            if node.get_role() == Atspi.Role.LIST and name(node).startswith('Steps'):
                if any('step.mark-waste' in actions(child) for child in children(node)):
                    return node
        return None

    def step(self, begins):
        def find():
            for child in children(self.steps):
                if name(child).startswith(begins):
                    return child
            return None
        return wait_for('a step “%s”' % begins, find)

    def press(self, label):
        def find():
            for node in walk(self.application):
                if name(node) == label and node.get_role() in (
                        Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.PAGE_TAB):
                    return node
            return None
        button = wait_for('a button “%s”' % label, find)
        assert Atspi.Action.do_action(button.get_action_iface(), 0)

    def saved_class(self, step):
        space = {'t': 'urn:throughline:study:1'}
        for element in xml.parse(self.study).iterfind('.//t:step', space):
            if element.get('name') == step:
                return element.get('class')
        return None

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def test_names(room):
    """Each step says what it is, in the order of the work, and where it leads."""
    names = [name(child) for child in children(room.steps)]
    call = next(i for i, n in enumerate(names) if n.startswith('Take the call'))
    check = next(i for i, n in enumerate(names) if n.startswith('Check the policy'))
    assert call < check, names
    assert 'waste' in names[check] and '4 minutes of work' in names[check], names[check]
    assert 'waits 2 hours' in names[check] and 'Call centre' in names[check], names[check]
    step = room.step('Check the policy')
    assert step.get_role() == Atspi.Role.LIST_ITEM
    assert 'Comes after Take the call' in step.get_description(), step.get_description()
    assert any('failure demand' in n for n in names), names


def test_place(room):
    """What magnifies or points finds a step where it is drawn."""
    window = next(children(room.application)).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    first = room.step('Take the call').get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    second = room.step('Check the policy').get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    assert first.width > 20 and first.height > 10, (first.width, first.height)
    assert first.x + first.width <= second.x, (first.x, second.x)
    assert 0 <= first.x and second.x + second.width <= window.width, (first.x, second.x, window.width)


def test_selects(room):
    """One is selected, and then the other instead."""
    one, two = room.step('Take the call'), room.step('Visit and fix')
    act(one, 'item.select')
    wait_for('the first selected', lambda: has_state(one, Atspi.StateType.SELECTED))
    act(two, 'item.select')
    wait_for('the second selected', lambda: has_state(two, Atspi.StateType.SELECTED))
    wait_for('the first no longer', lambda: not has_state(one, Atspi.StateType.SELECTED))


def test_marks(room):
    """A step is found by its name, marked as waste by its action; the change is heard, and is in the study."""
    step = room.step('Take the call')
    assert 'value' in name(step), name(step)
    act(step, 'step.mark-waste')
    wait_for('that it is waste', lambda: 'waste' in name(step) and ' value' not in name(step))
    room.press('Save')
    wait_for('it in the file', lambda: room.saved_class('Take the call') == 'waste')
    act(step, 'step.mark-value')
    wait_for('that it is value again', lambda: ', value' in name(step))
    act(step, 'step.mark-not-judged')
    wait_for('that nobody has judged it', lambda: 'not yet judged' in name(step))


def has_keyboard(node):
    return has_state(node, Atspi.StateType.FOCUSED)


def is_naming(room):
    return any(name(node).startswith('Name of the step') and has_keyboard(node) for node in walk(room.application))


def test_renames(room):
    """Renaming by its action brings up an entry that has the keyboard, and says what it is for."""
    step = room.step('Close the works order')
    act(step, 'step.rename')
    wait_for('an entry for the name', lambda: is_naming(room))


def is_for_hands(node):
    """Whether it is there, and can come to have the keyboard, or be pressed."""
    role, component = node.get_role(), node.get_component_iface()
    place = component.get_extents(Atspi.CoordType.WINDOW) if component else None
    if place is None or place.width <= 0 or place.height <= 0:
        return False
    if role in (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.ENTRY, Atspi.Role.COMBO_BOX,
                Atspi.Role.PAGE_TAB, Atspi.Role.PAGE_TAB_LIST):
        return True
    return role not in (Atspi.Role.SCROLL_PANE, Atspi.Role.LIST) and has_state(node, Atspi.StateType.FOCUSABLE)


def in_closed_list(node):
    """GTK has a row without words ready in the list of every choice."""
    while node is not None:
        if node.get_role() == Atspi.Role.COMBO_BOX:
            return True
        node = node.get_parent()
    return False


def is_poor(words):
    """No name, one of the program's own, one with a mark for the keyboard, or one that says all twice."""
    half = len(words) // 2
    return (not words.strip() or re.fullmatch('(Gtk|Adw|Tl)[A-Z][A-Za-z]*', words) or '_' in words
            or (len(words) % 2 == 1 and words[half] == ' ' and words[:half] == words[half + 1:]))


def poor_names(root):
    return [(node.get_role_name(), name(node), name(node.get_parent())) for node in walk(root)
            if is_for_hands(node) and is_poor(name(node))
            and not (node.get_role() != Atspi.Role.COMBO_BOX and in_closed_list(node))]


def test_names_are_plain(room):
    """Whatever can be pressed or have the keyboard says what it is, once, and in words."""
    act(room.step('Take the call'), 'item.select')
    wait_for('the bar for it', lambda: any(name(node) == 'For the selection' for node in walk(room.application)))
    assert not poor_names(room.application), poor_names(room.application)


def charts(room):
    return {name(node): node.get_description() for node in walk(room.application)
            if node.get_role() == Atspi.Role.IMAGE and node.get_description()}


def test_charts_are_read(room):
    """A chart says what it found, and then its rows with their numbers."""
    room.press('Capacity')
    rows = wait_for('the chart of capacity', lambda: next(
        (text for text in charts(room).values() if 'What customers come for' in text), None)).split('\n')
    assert any(re.match(r'F, Failure demand, 128\sh, 19\s%', row) for row in rows), rows
    room.press('Flow')


def test_messages_are_heard(room):
    """What the window says for a moment is said to who can't see it: as the name of the window."""
    act(room.step('Take the call'), 'step.mark-waste')
    room.press('Save')
    wait_for('“Saved” as the name', lambda: name(next(children(room.application))).startswith('Saved · '))
    act(room.step('Take the call'), 'step.mark-value')
    wait_for('the title again', lambda: name(next(children(room.application))).startswith('• '))


def says(room, words):
    return name(next(children(room.application))).startswith(words)


def window_says(room, words):
    wait_for('“%s” as the name' % words, lambda: says(room, words))


def choices(room, *names):
    """The buttons of one choice, by their names."""
    found = {name(node): node for node in walk(room.application) if node.get_role() == Atspi.Role.RADIO_BUTTON}
    return [found[words] for words in names] if all(words in found for words in names) else None


def which_is_down(room, *names):
    buttons = wait_for('a choice of %s' % (names,), lambda: choices(room, *names))
    return [name(button) for button in buttons if has_state(button, Atspi.StateType.CHECKED)]


def test_choices_are_told(room):
    """One of several buttons is told as that, and which of them is down: that one alone."""
    act(room.step('Check the policy'), 'item.select')
    wait_for('that it is waste', lambda: which_is_down(room, 'Value', 'Waste', 'Not judged') == ['Waste'])
    room.press('Demand')
    demand = which_is_down(room, 'Value demand (V)', 'Failure demand (F)', 'Not sure (U)')
    assert len(demand) == 1, demand
    assert any(name(node) == 'Types of demand' for node in walk(room.application) if node.get_role() == Atspi.Role.LIST)
    room.press('Flow')


def test_panels_are_named(room):
    """What is round the thing that has the keyboard is told with it."""
    around = []
    for node in (room.step('Take the call'), next(n for n in walk(room.application) if name(n).startswith('Fix my'))):
        while node is not None:
            around.append(name(node))
            node = node.get_parent()
    assert not [words for words in around if 'StackPage' in words], around


def mark_is_heard(room):
    """The program learns in its own time that somebody listens, so a mark is made again until it is told."""
    act(room.step('Take the call'), 'step.mark-value')
    act(room.step('Take the call'), 'step.mark-waste')
    time.sleep(0.5)
    return says(room, 'Take the call, start, waste')


def test_changes_are_heard(room):
    """To who hears the screen a mark is told at once, and where they have come to."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set',
                  GLib.Variant('(ssv)', ('org.a11y.Status', 'ScreenReaderEnabled', GLib.Variant('b', True))),
                  None, Gio.DBusCallFlags.NONE, -1)
    wait_for('what was marked as the name', lambda: mark_is_heard(room))
    room.press('Capacity')
    window_says(room, 'Capacity · ')
    room.press('Flow')
    window_says(room, 'Flow · ')


def press_key(keysym):
    """Whatever has the keyboard gets it."""
    Atspi.generate_keyboard_event(keysym, None, Atspi.KeySynthType.SYM)


def give_keyboard(room, begins):
    """To begin to name a step, and to leave that, is a way to it."""
    step = room.step(begins)
    act(step, 'step.rename')
    wait_for('an entry for the name', lambda: is_naming(room))
    press_key(ESCAPE)
    wait_for('the keyboard at “%s”' % begins, lambda: has_keyboard(step))
    return step


def test_letters_are_heard(room):
    """What can be chosen by a letter is told after the mark that asks for it."""
    give_keyboard(room, 'Check the policy')
    press_key(ord('w'))
    window_says(room, 'What kind of waste? H Hand-off, R Rework')
    press_key(ESCAPE)


def test_menu_is_heard(room):
    """The menu comes by its key, has the keyboard then, and gives it back."""
    step = give_keyboard(room, 'Check the policy')
    press_key(MENU)
    wait_for('an entry of the menu with the keyboard', lambda: any(
        node.get_role() == Atspi.Role.MENU_ITEM and name(node) == 'Rename' and has_keyboard(node)
        for node in walk(room.application)))
    press_key(ESCAPE)
    wait_for('the keyboard back', lambda: has_keyboard(step))


def test_panes_are_heard(room):
    """What comes or goes beside the thing that has the keyboard is told."""
    give_keyboard(room, 'Check the policy')
    press_key(F9)
    window_says(room, 'What is selected is no longer shown beside the flow')
    press_key(F9)
    window_says(room, 'What is selected is shown beside the flow')


TESTS = [test_names, test_place, test_selects, test_marks, test_renames, test_names_are_plain,
         test_charts_are_read, test_messages_are_heard, test_choices_are_told, test_panels_are_named,
         test_changes_are_heard, test_letters_are_heard, test_menu_is_heard,
         test_panes_are_heard]


def main():
    bus_of_accessibility()
    Atspi.set_timeout(10000, 20000)
    room = Room(sys.argv[1], sys.argv[2])
    failed = 0
    print('1..%d' % len(TESTS))
    try:
        for number, test in enumerate(TESTS, 1):
            try:
                test(room)
                print('ok %d - %s' % (number, test.__name__), flush=True)
            except (AssertionError, GLib.Error, StopIteration) as problem:
                failed += 1
                print('not ok %d - %s\n# %s' % (number, test.__name__, problem), flush=True)
    finally:
        room.close()
    sys.exit(1 if failed else 0)


main()
