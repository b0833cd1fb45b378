touch "$(printf '\033[2J\033]0;owned\007')" "$(printf '\342\200\256dm.rewsna')" "$(printf 'a\nb')" -- '-rf' '$(reboot)' ';reboot' 
